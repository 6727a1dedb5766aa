'use client';
// A note beside one's name while one is away.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, TextField } from '@/components/ui/field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';
import type { Profile } from '@/lib/people/model';

type HolidayFormProps = { action: FormDeed; profile: Pick<Profile, 'holidayNote' | 'holidayUntil'> };

/** An empty note takes it away. */
export function HolidayForm({ action, profile }: HolidayFormProps) {
  const t = useTranslations('profile.holiday');
  const [state, submit] = useActionState(action, untouched);
  const { values } = state;
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <TextField
          name="note"
          label={t('note')}
          error={errorBeside(state, 'note')}
          defaultValue={values.note ?? profile.holidayNote}
          optional
        />
        <TextField
          name="until"
          type="date"
          label={t('until')}
          hint={t('untilHint')}
          error={errorBeside(state, 'until')}
          defaultValue={values.until ?? profile.holidayUntil}
          optional
          short
        />
        <div>
          <Button kind="secondary">{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
