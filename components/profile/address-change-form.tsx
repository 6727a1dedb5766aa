'use client';
// The button that makes another address one's own, and what becomes of the one before.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { CheckField, Form } from '@/components/ui/field';
import { errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

type AddressChangeFormProps = { action: FormDeed; link: Record<'email' | 'until' | 'seal', string> };

/** What the link says travels hidden. */
export function AddressChangeForm({ action, link }: AddressChangeFormProps) {
  const t = useTranslations('profile.address');
  const [state, submit] = useActionState(action, untouched);
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        {Object.entries(link).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <CheckField
          name="keep"
          label={t('keep')}
          hint={t('keepHint')}
          defaultChecked={state.values.keep !== undefined}
        />
        <div>
          <Button>{t('confirm')}</Button>
        </div>
      </Form>
    </>
  );
}
