'use client';
// What a person says of themselves: name, phone, signature, language.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';
import type { Profile } from '@/lib/people/model';

type ProfileFormProps = {
  action: FormDeed;
  profile: Pick<Profile, 'name' | 'phone' | 'signature' | 'locale'>;
};

/** After a refusal the fields hold what was typed, before that what is stored. */
export function ProfileForm({ action, profile }: ProfileFormProps) {
  const t = useTranslations('profile.form');
  const [state, submit] = useActionState(action, untouched);
  const field = (name: 'name' | 'phone' | 'signature' | 'locale') => ({
    name,
    label: t(`${name}.label`),
    hint: t(`${name}.hint`),
    error: errorBeside(state, name),
    defaultValue: state.values[name] ?? profile[name],
  });
  const languages = [
    { value: '', label: t('locale.browser') },
    { value: 'it', label: 'Italiano' },
    { value: 'en', label: 'English' },
  ];
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <TextField {...field('name')} autoComplete="name" />
        <TextField {...field('phone')} type="tel" autoComplete="tel" optional short />
        <TextAreaField {...field('signature')} rows={3} optional />
        <SelectField
          {...field('locale')}
          key={state.values.locale ?? profile.locale}
          choices={languages}
          optional
        />
        <div>
          <Button>{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
