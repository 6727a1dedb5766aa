'use client';
// One line to say in words what an image shows, before it stands in the text or once it does.
import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TypedLine } from '@/components/ui/field';
import { FileProgress } from '@/components/ui/file-bricks';
import { Line } from '@/components/ui/layout';
import { useRefusalWords } from '@/components/writing/use-refusal-words';
import type { SendFile } from '@/components/writing/use-uploads';

type ImageLineProps = {
  editor: Editor;
  /** Left out, the words of the image chosen in the text are changed. */
  file?: File;
  place: SendFile;
  /** Puts it among the files of the message instead. */
  onAttach: (file: File) => void;
  onDone: () => void;
};

/** Without words an image does not stand in a text: who does not see it would miss it. */
export function ImageLine({ editor, file, place, onAttach, onDone }: ImageLineProps) {
  const t = useTranslations('writing.image');
  const refusal = useRefusalWords();
  const [alt, setAlt] = useState<string>(file ? '' : (editor.getAttributes('image').alt ?? ''));
  const [trouble, setTrouble] = useState<string>();
  const [part, setPart] = useState<number>();
  const leave = () => {
    editor.commands.focus();
    onDone();
  };
  const put = async () => {
    if (alt.trim() === '') return setTrouble('image-without-alt');
    if (part !== undefined) return;
    const outcome = file ? await sent(file) : undefined;
    if (outcome?.reason !== undefined) return setTrouble(outcome.reason);
    if (outcome) insertImage(editor, outcome.id, alt.trim());
    else editor.chain().focus().updateAttributes('image', { alt: alt.trim() }).run();
    onDone();
  };
  const sent = async (image: File) => {
    setPart(0);
    const outcome = await place(image, setPart);
    setPart(undefined);
    return outcome;
  };
  return (
    <Line>
      <TypedLine
        id="image-alt"
        label={file ? t('label', { name: file.name }) : t('change')}
        hint={t('hint')}
        error={trouble ? refusal(trouble) : undefined}
        value={alt}
        onChange={setAlt}
        onEnter={put}
        onEscape={leave}
      />
      {file && part !== undefined ? <FileProgress label={t('sending')} part={part} /> : null}
      <Button type="button" kind="secondary" small onClick={put}>
        {t(file ? 'put' : 'save')}
      </Button>
      {file ? (
        <Button type="button" kind="quiet" small onClick={() => onAttach(file)}>
          {t('attach')}
        </Button>
      ) : null}
      <Button type="button" kind="quiet" small onClick={leave}>
        {t('leave')}
      </Button>
    </Line>
  );
}

/** One goes on writing below it. */
function insertImage(editor: Editor, id: string, alt: string): void {
  const image = { type: 'image', attrs: { src: `/api/files/${id}`, alt } };
  editor
    .chain()
    .focus()
    .insertContent([image, { type: 'paragraph' }])
    .run();
}
