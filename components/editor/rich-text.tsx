'use client';
// The editor: loaded when somebody begins to write, made of the schema every text keeps to.
import { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { FieldNotes } from '@/components/ui/field-frame';
import type { SendFile } from '@/components/writing/use-uploads';
import { shownFiles } from '@/lib/text/document-references';
import { findDataInDocument } from '@/lib/text/find-data-in-document';
import { markdownToDocument } from '@/lib/text/markdown-to-document';
import { maskDocument } from '@/lib/text/mask-document';
import { mention, type TextDocument, textExtensions } from '@/lib/text/schema';
import { AskedLine, type Question } from './asked-line';
import { clipboard } from './clipboard';
import { markPersonalData } from './mark-personal-data';
import { MentionList } from './mention-list';
import { type OfferDesk, suggestPersons } from './suggest-persons';
import { Toolbar } from './toolbar';
import { useOffer } from './use-offer';

export type RichTextHandle = {
  read: () => { document: TextDocument; text: string };
  /** @param words lines, the first of them says whose words they are */
  quote: (words: string) => void;
  /** Covers personal data where they stand. */
  mask: () => void;
};

type RichTextProps = {
  handle: RefObject<RichTextHandle | null>;
  /** Where the summary of errors leads. */
  id: string;
  label: string;
  error?: string;
  /** `isIn`: whoever writes was in the text area when the editor came. */
  start: () => { markdown: string; document: TextDocument | null; isIn: boolean };
  /** @param shown ids of the files that stand in the text as images */
  onTyped: (text: string, shown: string[]) => void;
  onFiles: (files: File[]) => void;
  place: SendFile;
  /** The handle does something from now on. */
  onReady: () => void;
};

const between = { blockSeparator: '\n\n' };

/** Takes the place of the text area and begins with what stands in it. */
export function RichText({
  handle,
  id,
  label,
  error,
  start,
  onTyped,
  onFiles,
  place,
  onReady,
}: RichTextProps) {
  const t = useTranslations('writing');
  const room = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isTooLong, setIsTooLong] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const { offer, desk } = useOffer();
  const onImages = (files: File[]) => setQuestion({ about: 'image', files });
  const doors = useRef({ start, onTyped, onFiles, onImages, tooLong: setIsTooLong });
  doors.current = { start, onTyped, onFiles, onImages, tooLong: setIsTooLong };

  // Before the page is painted: the text area is hidden in the same moment, and no letter may fall between the two.
  useLayoutEffect(() => {
    const made = makeEditor(room.current, { id, label }, doors, desk);
    setEditor(made);
    return () => made.destroy();
  }, [id, label, desk]);
  useImperativeHandle(handle, () => handleOf(editor), [editor]);
  useEffect(() => {
    if (editor) onReady();
  }, [editor, onReady]);
  const trouble = isTooLong ? t('text.pasteTooLong') : error;
  useEffect(() => {
    if (editor) tellTrouble(editor.view.dom, trouble);
  }, [editor, trouble]);
  return (
    <div className={trouble ? 'rc-field rc-field-wrong' : 'rc-field'}>
      <p className="rc-label">{label}</p>
      <FieldNotes id="editor" error={trouble} />
      {editor ? (
        <>
          <Toolbar editor={editor} onAsk={(about) => setQuestion({ about, files: [] })} onImages={onImages} />
          <AskedLine editor={editor} question={question} {...{ place, onFiles }} onNext={setQuestion} />
        </>
      ) : null}
      <div className="rc-editor-frame">
        <div ref={room} className="rc-editor rc-prose" />
        {editor ? <MentionList editor={editor} offer={offer} /> : null}
      </div>
    </div>
  );
}

type Doors = RefObject<
  Pick<RichTextProps, 'start' | 'onTyped' | 'onFiles'> & {
    onImages: (files: File[]) => void;
    tooLong: (is: boolean) => void;
  }
>;

function makeEditor(
  element: HTMLElement | null,
  { id, label }: Pick<RichTextProps, 'id' | 'label'>,
  doors: Doors,
  desk: OfferDesk,
): Editor {
  const { markdown, document, isIn } = doors.current.start();
  const others = textExtensions.filter((extension) => extension !== mention);
  const editor = new Editor({
    element,
    extensions: [...others, suggestPersons(desk), markPersonalData],
    injectCSS: false,
    content: document ?? markdownToDocument(markdown, { unfinished: true }),
    editorProps: {
      attributes: {
        ...{ id, role: 'textbox', class: 'rc-control' },
        ...{ 'aria-multiline': 'true', 'aria-autocomplete': 'list', 'aria-label': label },
      },
      ...clipboard(() => doors.current),
    },
    onUpdate: ({ editor }) => doors.current.onTyped(editor.getText(between), shownFiles(editor.getJSON())),
  });
  // Not by `autofocus`: that takes the keyboard frames later, also from where one has gone meanwhile.
  if (isIn) {
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  }
  return editor;
}

/** What is wrong belongs to the text box, for who hears the page. */
function tellTrouble(box: HTMLElement, trouble: string | undefined): void {
  for (const [name, value] of [
    ['aria-invalid', 'true'],
    ['aria-describedby', 'editor-error'],
  ] as const) {
    if (trouble) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
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
