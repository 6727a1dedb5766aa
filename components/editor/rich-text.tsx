'use client';
// The editor: loaded when somebody begins to write, made of the schema every text keeps to.
import { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { FieldNotes } from '@/components/ui/field-frame';
import { cleanPastedHtml } from '@/lib/text/clean-pasted-html';
import { findDataInDocument } from '@/lib/text/find-data-in-document';
import { markdownToDocument } from '@/lib/text/markdown-to-document';
import { maskDocument } from '@/lib/text/mask-document';
import { type TextDocument, textExtensions } from '@/lib/text/schema';
import { markPersonalData } from './mark-personal-data';
import { Toolbar } from './toolbar';

export type RichTextHandle = {
  read: () => { document: TextDocument; text: string };
  /** @param words lines, the first of them says whose words they are */
  quote: (words: string) => void;
  /** Covers personal data where they stand. */
  mask: () => void;
};

type RichTextProps = {
  handle: RefObject<RichTextHandle | null>;
  label: string;
  error?: string;
  start: () => { markdown: string; document: TextDocument | null };
  onTyped: (text: string) => void;
  onFiles: (files: File[]) => void;
  /** The handle does something from now on. */
  onReady: () => void;
};

const longestPaste = 200_000;
const between = { blockSeparator: '\n\n' };

/** Takes the place of the text area and begins with what stands in it. */
export function RichText({ handle, label, error, start, onTyped, onFiles, onReady }: RichTextProps) {
  const t = useTranslations('writing');
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isTooLong, setIsTooLong] = useState(false);
  const doors = useRef({ start, onTyped, onFiles, tooLong: setIsTooLong });
  doors.current = { start, onTyped, onFiles, tooLong: setIsTooLong };

  useEffect(() => {
    const made = makeEditor(place.current, label, doors);
    setEditor(made);
    return () => made.destroy();
  }, [label]);
  useImperativeHandle(handle, () => handleOf(editor), [editor]);
  useEffect(() => {
    if (editor) onReady();
  }, [editor, onReady]);

  const trouble = isTooLong ? t('text.pasteTooLong') : error;
  return (
    <div className={trouble ? 'rc-field rc-field-wrong' : 'rc-field'}>
      <p className="rc-label">{label}</p>
      <FieldNotes id="editor" error={trouble} />
      {editor ? <Toolbar editor={editor} /> : null}
      <div ref={place} className="rc-editor rc-prose" />
    </div>
  );
}

type Doors = RefObject<
  Pick<RichTextProps, 'start' | 'onTyped' | 'onFiles'> & { tooLong: (is: boolean) => void }
>;

function makeEditor(element: HTMLElement | null, label: string, doors: Doors): Editor {
  const { markdown, document } = doors.current.start();
  return new Editor({
    element,
    extensions: [...textExtensions, markPersonalData],
    injectCSS: false,
    autofocus: 'end',
    content: document ?? markdownToDocument(markdown, { unfinished: true }),
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'rc-control' },
      transformPastedHTML: (html) => cleaned(html, doors),
      handlePaste: (_, event) =>
        takeFiles(event.clipboardData, doors) || isTooMuch(event.clipboardData, doors),
      handleDrop: (_, event) => takeFiles(event.dataTransfer, doors),
    },
    onUpdate: ({ editor }) => doors.current.onTyped(editor.getText(between)),
  });
}

/** What another editor window of ours copied is clean already. */
function cleaned(html: string, doors: Doors): string {
  if (html.includes('data-pm-slice')) return html;
  try {
    return cleanPastedHtml(new DOMParser().parseFromString(html, 'text/html'));
  } catch {
    doors.current.tooLong(true);
    return '';
  }
}

function takeFiles(data: DataTransfer | null, doors: Doors): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || data?.types.includes('text/html')) return false;
  doors.current.onFiles(files);
  return true;
}

function isTooMuch(data: DataTransfer | null, doors: Doors): boolean {
  const isTooLong = (data?.getData('text/plain').length ?? 0) > longestPaste;
  doors.current.tooLong(isTooLong);
  return isTooLong;
}

function handleOf(editor: Editor | null): RichTextHandle {
  return {
    read: () => ({ document: editor?.getJSON() ?? { type: 'doc' }, text: editor?.getText(between) ?? '' }),
    quote: (words) => {
      const lines = words.split(/\n+/).filter((line) => line.trim() !== '');
      const content = lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
      editor
        ?.chain()
        .focus('end')
        .insertContent([{ type: 'blockquote', content }, { type: 'paragraph' }])
        .run();
    },
    mask: () => {
      const now = editor?.getJSON();
      if (now) editor?.commands.setContent(maskDocument(now, findDataInDocument(now)), { emitUpdate: true });
    },
  };
}
