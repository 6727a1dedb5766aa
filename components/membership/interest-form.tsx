'use client';
// Somebody wants to know more before they join: who they are, how to reach them, what they ask.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, RadioField, TextAreaField, TextField } from '@/components/ui/field';
import { TrapField } from '@/components/ui/trap-field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

const kinds = ['commune', 'institution', 'partner'] as const;

/** For communes and for whoever is none. */
export function InterestForm({ action }: { action: FormDeed }) {
  const t = useTranslations('adhesion.interest');
  const [state, submit] = useActionState(action, untouched);
  const { values } = state;
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <RadioField
          key={values.kind}
          name="kind"
          label={t('kind')}
          choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          defaultValue={values.kind ?? 'commune'}
          error={errorBeside(state, 'kind')}
        />
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="organization"
          error={errorBeside(state, 'name')}
          defaultValue={values.name}
        />
        <TextField
          name="contactName"
          label={t('contactName')}
          autoComplete="name"
          error={errorBeside(state, 'contactName')}
          defaultValue={values.contactName}
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
        <TextAreaField
          name="message"
          label={t('message')}
          rows={4}
          error={errorBeside(state, 'message')}
          defaultValue={values.message}
          optional
        />
        <TrapField />
        <div>
          <Button icon="mail">{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
