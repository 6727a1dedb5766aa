'use client';
// Whose second factor is switched off.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, TextField } from '@/components/ui/field';
import { errorBeside, type FormDeed, untouched } from '@/lib/core/form-state';

/** By the address they sign in with. */
export function ResetFactorForm({ action, page }: { action: FormDeed; page: string }) {
  const t = useTranslations('access.security');
  const [state, submit] = useActionState(action, untouched, page);
  return (
    <Form action={submit}>
      <TextField
        name="email"
        type="email"
        label={t('email')}
        autoComplete="off"
        error={
          errorBeside(state, 'email') ?? (state.error && !state.error.field ? state.error.message : undefined)
        }
        defaultValue={state.values.email}
      />
      <div>
        <Button kind="danger">{t('resetDo')}</Button>
      </div>
    </Form>
  );
}
