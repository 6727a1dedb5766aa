'use client';
// Which of the communes found, and the office address to which the link goes.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, RadioField, TextField } from '@/components/ui/field';
import { TrapField } from '@/components/ui/trap-field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

type BeginFormProps = {
  action: FormDeed;
  communes: readonly { id: string; name: string; province: string }[];
  /** The page it stands on, shown again with what is wrong where no script runs. */
  page: string;
};

/** The only one found is chosen already. */
export function BeginForm({ action, communes, page }: BeginFormProps) {
  const t = useTranslations('adhesion.begin');
  const [state, submit] = useActionState(action, untouched, page);
  const { values } = state;
  const only = communes.length === 1 ? communes[0]?.id : undefined;
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <RadioField
          key={values.communeId}
          name="communeId"
          label={t('which')}
          choices={communes.map(({ id, name, province }) => ({ value: id, label: `${name} (${province})` }))}
          defaultValue={values.communeId ?? only}
          error={errorBeside(state, 'communeId')}
        />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={t('email')}
          hint={t('emailHint')}
          error={errorBeside(state, 'email')}
          defaultValue={values.email}
        />
        <TrapField />
        <div>
          <Button icon="mail">{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
