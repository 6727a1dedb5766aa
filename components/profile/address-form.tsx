'use client';
// Another address to sign in with.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, TextField } from '@/components/ui/field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

export function AddressForm({ action }: { action: FormDeed }) {
  const t = useTranslations('profile.address');
  const [state, submit] = useActionState(action, untouched);
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={t('email')}
          hint={t('emailHint')}
          error={errorBeside(state, 'email')}
          defaultValue={state.values.email}
        />
        <div>
          <Button kind="secondary">{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
