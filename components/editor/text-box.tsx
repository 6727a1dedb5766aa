'use client';
// Where a text is written: a text area that takes Markdown, which becomes the editor once one enters it and scripts run.
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { TextAreaField } from '@/components/ui/field';
import { PersonalDataNotice } from '@/components/writing/personal-data-notice';
import type { SendFile } from '@/components/writing/use-uploads';
import type { FormState } from '@/lib/core/form-state';
import type { TextDocument } from '@/lib/text/schema';
import type { RichText, RichTextHandle } from './rich-text';
import { useQuotes } from './use-quotes';

type TextBoxProps = {
  label: string;
  error?: string;
  markdown: string;
  document: TextDocument | null;
  /** What the form came back with: another one means the text may be another. */
  attempt: FormState;
  /** What else of the form others will read, as it stands. */
  others: string;
  /** Covers personal data there. */
  onMask: () => void;
  /** @param shown ids of the files that stand in the text as images */
  onTyped: (shown: string[]) => void;
  onFiles: (files: File[]) => void;
  /** Sends a file that is to stand in the text. */
  place: SendFile;
  /** @param post the one whose words were taken in: it is what is being answered */
  onQuoted: (post: string) => void;
};

const id = 'body';

/** The editor's document travels beside the text area's words, which are what counts without a script. */
export function TextBox({
  label,
  error,
  markdown,
  document,
  attempt,
  others,
  onMask,
  onTyped,
  onQuoted,
  ...files
}: TextBoxProps) {
  const t = useTranslations('writing.text');
  const area = useRef<HTMLDivElement>(null);
  const rich = useRef<RichTextHandle>(null);
  const [Rich, setRich] = useState<typeof RichText | null>(null);
  const [text, setText] = useState(markdown);
  const [isLive, setIsLive] = useState(false);
  const isIn = useRef(false);
  useEffect(() => setText(markdown), [markdown]);

  const enter = () => {
    if (Rich) return;
    import('./rich-text').then(
      (module) => {
        isIn.current = area.current?.querySelector('textarea') === window.document.activeElement;
        setRich(() => module.RichText);
      },
      () => undefined,
    );
  };
  const open = useRef(enter);
  open.current = enter;
  useEffect(() => {
    const place = area.current;
    const begin = () => open.current();
    setIsLive(true);
    place?.addEventListener('focusin', begin);
    // Somebody may have entered before the script came.
    if (place?.contains(window.document.activeElement)) begin();
    return () => place?.removeEventListener('focusin', begin);
  }, []);
  useDocumentInForm(area, rich);
  const beginQuotes = useQuotes(rich, enter, onQuoted);

  const mask = () => {
    rich.current?.mask();
    onMask();
  };
  const typed = (now: string, shown: string[]) => {
    setText(now);
    onTyped(shown);
  };
  return (
    <div ref={area}>
      <div hidden={Rich !== null}>
        <TextAreaField
          key={markdown}
          id={Rich ? `${id}-plain` : id}
          name="body"
          label={label}
          hint={t('hint')}
          error={error}
          rows={8}
          defaultValue={markdown}
        />
      </div>
      {Rich ? (
        <Rich
          handle={rich}
          id={id}
          label={label}
          error={error}
          start={() => ({
            isIn: isIn.current,
            markdown: typedIn(area.current),
            document: whereUntouched(area.current, markdown, document),
          })}
          onTyped={typed}
          {...files}
          onReady={beginQuotes}
        />
      ) : null}
      <PersonalDataNotice
        text={others ? `${others}\n${text}` : text}
        confirmed={attempt.values.confirmed === 'on'}
        onMask={isLive && Rich ? mask : undefined}
      />
    </div>
  );
}

/** Whoever reads the form gets the document too: the sending as well as the saving while one types. */
function useDocumentInForm(
  area: React.RefObject<HTMLDivElement | null>,
  rich: React.RefObject<RichTextHandle | null>,
): void {
  useEffect(() => {
    const form = area.current?.closest('form');
    const add = ({ formData }: FormDataEvent) => {
      const now = rich.current?.read();
      if (!now) return;
      formData.set('document', JSON.stringify(now.document));
      formData.set('body', now.text);
    };
    form?.addEventListener('formdata', add);
    return () => form?.removeEventListener('formdata', add);
  }, [area, rich]);
}

function typedIn(place: HTMLElement | null): string {
  return place?.querySelector('textarea')?.value ?? '';
}

/** Somebody who typed before the editor came has another text than the draft. */
function whereUntouched(place: HTMLElement | null, markdown: string, document: TextDocument | null) {
  return typedIn(place) === markdown ? document : null;
}
