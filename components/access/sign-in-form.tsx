'use client';
// Asking for a link: one address, and whether others use this computer too.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { CheckField, Form, TextField } from '@/components/ui/field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

type SignInFormProps = { action: FormDeed; email?: string; returnTo: string };

/** The page one came for travels hidden, so that the mailed link leads back to it. */
export function SignInForm({ action, email, returnTo }: SignInFormProps) {
  const t = useTranslations('access.form');
  const [state, submit] = useActionState(action, untouched);
  const { values } = state;
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <input type="hidden" name="ritorno" value={returnTo} />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={t('email')}
          hint={t('emailHint')}
          error={errorBeside(state, 'email')}
          defaultValue={values.email ?? email}
        />
        <CheckField
          name="condiviso"
          label={t('shared')}
          hint={t('sharedHint')}
          defaultChecked={values.condiviso !== undefined}
        />
        <div>
          <Button icon="mail">{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
