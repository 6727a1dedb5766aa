'use client';
// The line that a tool asks for before it does anything: where a link leads, what an image shows.
import type { Editor } from '@tiptap/core';
import type { SendFile } from '@/components/writing/use-uploads';
import { ImageLine } from './image-line';
import { LinkLine } from './link-line';
import type { Asking } from './tools';

/** `files`: images that wait for their words, one after the other; without any it is about the image chosen in the text. */
export type Question = { about: Asking; files: readonly File[] };

type AskedLineProps = {
  editor: Editor;
  question: Question | null;
  place: SendFile;
  onFiles: (files: File[]) => void;
  onNext: (question: Question | null) => void;
};

/** Nothing where nothing is asked. */
export function AskedLine({ editor, question, place, onFiles, onNext }: AskedLineProps) {
  if (!question) return null;
  const [file, ...rest] = question.files;
  const next = () => onNext(rest.length > 0 ? { ...question, files: rest } : null);
  return (
    <div className="rc-asked">
      {question.about === 'link' ? (
        <LinkLine editor={editor} onDone={next} />
      ) : (
        <ImageLine
          key={rest.length}
          editor={editor}
          file={file}
          place={place}
          onAttach={(image) => {
            onFiles([image]);
            next();
          }}
          onDone={next}
        />
      )}
    </div>
  );
}
