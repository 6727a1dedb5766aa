'use client';
// The forms of a group of words that say the same to the search: a new one, or one that is changed.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, TextAreaField } from '@/components/ui/field';
import { Line, Stack } from '@/components/ui/layout';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

const page = '/segreteria/ricerca';

type SynonymFormProps = {
  action: FormDeed;
  /** Empty: a new group. */
  id: string;
  /** The forms as they are now, a line each. */
  forms: string;
};

export function SynonymForm({ action, id, forms }: SynonymFormProps) {
  const t = useTranslations('office.synonyms');
  const here = id ? `${page}?${new URLSearchParams({ gruppo: id })}` : page;
  const [state, submit] = useActionState(action, untouched, here);
  return (
    <Stack>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <input type="hidden" name="id" value={id} />
        <TextAreaField
          name="forms"
          label={t('forms')}
          hint={t('formsHint')}
          error={errorBeside(state, 'forms')}
          defaultValue={state.values.forms ?? forms}
          rows={4}
        />
        <Line>
          <Button>{t(id ? 'submitChange' : 'submitAdd')}</Button>
          {id ? (
            <LinkButton kind="quiet" href={page}>
              {t('cancel')}
            </LinkButton>
          ) : null}
        </Line>
      </Form>
    </Stack>
  );
}
