'use client';
// Writing: a new thread, an answer or another version of a post; kept as a draft while one types.
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef, useState } from 'react';
import { TextBox } from '@/components/editor/text-box';
import { Button, EnterButton } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, SelectField } from '@/components/ui/field';
import { Line } from '@/components/ui/layout';
import {
  errorBeside,
  errorLines,
  type FormDeed,
  type FormState,
  type FormValues,
  untouched,
} from '@/lib/core/form-state';
import { shownFiles } from '@/lib/text/document-references';
import { DraftFiles } from './draft-files';
import { maskOthers, othersIn } from './other-texts';
import { Receivers } from './receivers';
import { SavedLine } from './saved-line';
import { ThreadFields } from './thread-fields';
import { useAutosave } from './use-autosave';
import { useDroppedFiles } from './use-dropped-files';
import { useUploads } from './use-uploads';
import { kindOf, type Writing, type WritingChoices } from './writing';

type WritingFormProps = {
  action: FormDeed;
  writing: Writing;
  choices: WritingChoices;
  /** The page that takes the form where no script runs, and shows it again with what is wrong. */
  page: string;
};

/** One sending is one post, however often the button is pressed: the draft's id goes with it. */
export function WritingForm({ action, writing, choices, page }: WritingFormProps) {
  const t = useTranslations('writing');
  const [state, submit, isSending] = useActionState(action, untouched, page);
  const form = useRef<HTMLFormElement>(null);
  const { saved, touch, flush } = useAutosave(form, writing.draftId, writing.savedAt);
  const uploads = useUploads(writing.draftId, writing.files, flush);
  const [isLive, setIsLive] = useState(false);
  useEffect(() => setIsLive(true), []);
  const [shown, setShown] = useState(() => shownFiles(writing.document ?? {}));
  const [quoted, setQuoted] = useState<string>();
  const { values } = state;
  const [others, setOthers] = useState(() =>
    [values.title ?? writing.title, values.tags ?? writing.tags.join(', ')].join('\n').trim(),
  );
  const changed = () => {
    setOthers(othersIn(form.current));
    touch();
  };
  useDroppedFiles(form, uploads.add);
  const kind = kindOf(values.kind, writing);
  const typed = (now: string[]) => {
    setShown((before) => (before.join() === now.join() ? before : now));
    touch();
  };
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      {state.error?.reason === 'sign-in' ? <SignInAgain /> : null}
      <Form action={submit} place={form} onTyped={changed} wide deafToEnter>
        <EnterButton name="then" value="keep" />
        <Hidden
          writing={{ ...writing, kind, postId: (kind === 'reply' && quoted) || writing.postId }}
          values={values}
        />
        {kind === 'thread' ? <ThreadFields state={state} writing={writing} choices={choices} /> : null}
        <TextBox
          label={t(`text.${kind}`)}
          error={errorBeside(state, 'body')}
          markdown={values.body ?? writing.markdown}
          document={values.body === undefined ? writing.document : null}
          attempt={state}
          others={others}
          onMask={() => {
            maskOthers(form.current);
            changed();
          }}
          onTyped={typed}
          onFiles={uploads.add}
          place={uploads.place}
          onQuoted={setQuoted}
        />
        <DraftFiles uploads={uploads} shown={shown} isLive={isLive} />
        <Seat state={state} seats={choices.seats} first={writing.seatId} />
        {kind === 'reply' && choices.receivers ? <Receivers first={choices.receivers} /> : null}
        <Line>
          <Button disabled={isSending || uploads.isBusy}>{t(`send.${kind}`)}</Button>
          <Button kind="secondary" name="then" value="keep">
            {t('keep')}
          </Button>
          <SavedLine saved={saved} />
        </Line>
        {uploads.isBusy ? <p role="status">{t('files.wait')}</p> : null}
      </Form>
    </>
  );
}

/** What was sent once is sent again, also where the page knows less by then. */
function Hidden({ writing, values }: { writing: Writing; values: FormValues }) {
  const { draftId, kind, threadId, postId, baseRevision } = writing;
  const fields = { draftId, kind, threadId, postId, baseRevision };
  return Object.entries(fields).map(([name, value]) => {
    const sent = value ?? values[name];
    return sent == null ? null : <input key={name} type="hidden" name={name} value={sent} />;
  });
}

type SeatProps = { state: FormState; seats: WritingChoices['seats']; first: string };

/** Asked of who has several; where the page may not know any, the one that was chosen goes along. */
function Seat({ state, seats, first }: SeatProps) {
  const t = useTranslations('writing.seat');
  const { seatId } = state.values;
  if (seats.length === 0 && seatId) return <input type="hidden" name="seatId" value={seatId} />;
  if (seats.length <= 1) return null;
  return (
    <SelectField
      key={seatId}
      name="seatId"
      label={t('label')}
      hint={t('hint')}
      error={errorBeside(state, 'seatId')}
      choices={seats}
      defaultValue={seatId ?? first}
    />
  );
}

function SignInAgain() {
  const t = useTranslations('writing');
  return (
    <p>
      <a href="/accesso" target="_blank" rel="noreferrer">
        {t('signInAgain')}
      </a>
    </p>
  );
}
