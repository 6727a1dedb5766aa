'use client';
// Who answers for the application, who would be the referent, and which body will pass the act.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FieldGroup, Form, RadioField, TextField } from '@/components/ui/field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';
import type { ContactValues } from '@/lib/membership/applying/model';

type ContactFormProps = { action: FormDeed; saved: ContactValues; word: string; page: string };

const bodies = ['giunta', 'consiglio', 'commissario'] as const;

/** What was saved stands in it; what was typed and refused before that. */
export function ContactForm({ action, saved, word, page }: ContactFormProps) {
  const t = useTranslations('adhesion.contact');
  const organs = useTranslations('adhesion.organs');
  const [state, submit] = useActionState(action, untouched, page);
  const value = (name: keyof ContactValues) => state.values[name] ?? saved[name];
  const line = (name: keyof ContactValues, rest: { type?: 'email' | 'tel'; optional?: boolean } = {}) => (
    <TextField
      name={name}
      label={t(name)}
      error={errorBeside(state, name)}
      defaultValue={value(name)}
      {...rest}
    />
  );
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <input type="hidden" name="domanda" value={word} />
        <FieldGroup id="contact" label={t('contact')} hint={t('contactHint')}>
          {line('contactName')}
          {line('contactOffice', { optional: true })}
          {line('contactPhone', { type: 'tel', optional: true })}
        </FieldGroup>
        <FieldGroup id="referent" label={t('referent')} hint={t('referentHint')}>
          {line('referentName')}
          {line('referentEmail', { type: 'email' })}
          {line('referentPhone', { type: 'tel', optional: true })}
        </FieldGroup>
        <RadioField
          key={state.values.organ}
          name="organ"
          label={t('organ')}
          hint={t('organHint')}
          choices={bodies.map((organ) => ({ value: organ, label: organs(organ) }))}
          defaultValue={value('organ') || 'giunta'}
          error={errorBeside(state, 'organ')}
        />
        <div>
          <Button>{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
