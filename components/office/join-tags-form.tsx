'use client';
// One word, and the tag it counts as.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { CheckField, Form, TextField } from '@/components/ui/field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

const page = '/segreteria/etichette';

/** Adding a synonym, renaming and joining are one thing here: after each, both words lead to the same threads. */
export function JoinTagsForm({ action }: { action: FormDeed }) {
  const t = useTranslations();
  const [state, submit] = useActionState(action, untouched, page);
  const { error, values } = state;
  const isAsked = error?.reason === 'personal-data-unconfirmed' || values.confirmed === 'on';
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <TextField
          name="synonym"
          label={t('office.tags.synonym')}
          hint={t('office.tags.synonymHint')}
          error={errorBeside(state, 'synonym')}
          defaultValue={values.synonym}
          short
        />
        <TextField
          name="tag"
          label={t('office.tags.meant')}
          hint={t('office.tags.meantHint')}
          error={errorBeside(state, 'tag')}
          defaultValue={values.tag}
          short
        />
        {isAsked ? <CheckField name="confirmed" label={t('writing.personalData.confirm')} /> : null}
        <div>
          <Button>{t('office.tags.submit')}</Button>
        </div>
      </Form>
    </>
  );
}
