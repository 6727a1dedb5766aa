'use client';
// What is written on the act: organ, number, days, publication. The day from which it may be carried out is proposed, and
// confirmed by whoever files it.
import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { CheckField, FieldGroup, Form, SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';
import { dayWords } from '@/lib/core/time';
import { proposeEnforceable, proposePublishedTo } from '@/lib/membership/acts/model';

const organs = ['giunta', 'consiglio', 'commissario', 'determina', 'decreto'] as const;

type ActFormProps = {
  action: FormDeed;
  /** As it was typed last. */
  saved: Readonly<Record<string, string>>;
  /** Travel hidden: which application. */
  fields: Record<string, string>;
  page: string;
};

/** Without a script the proposal appears once the form came back with what was missing. */
export function ActForm({ action, saved, fields, page }: ActFormProps) {
  const t = useTranslations('adhesion.act');
  const organ = useTranslations('adhesion.organs');
  const locale = useLocale();
  const [state, submit] = useActionState(action, untouched, page);
  const wasSent = state.error !== undefined || state.done === true;
  const value = (name: string) => (wasSent ? state.values[name] : saved[name]) ?? '';
  const isTicked = (name: string) => (wasSent ? state.values[name] : saved[name]) !== undefined;
  const proposed = proposeEnforceable({
    sessionOn: value('sessionOn'),
    publishedFrom: value('publishedFrom') || null,
    immediate: isTicked('immediate'),
  });
  const inWords = (iso: string) => {
    const at = new Date(`${iso}T12:00:00Z`);
    return Number.isNaN(at.getTime()) ? iso : dayWords(at, at, locale).full;
  };
  const day = (name: string, rest: { hint?: string; optional?: boolean; fallback?: string } = {}) => (
    <TextField
      key={`${name}-${value(name) || rest.fallback}`}
      name={name}
      type="date"
      label={t(name as 'sessionOn')}
      hint={rest.hint}
      optional={rest.optional}
      error={errorBeside(state, name)}
      defaultValue={value(name) || rest.fallback}
      short
    />
  );
  const from = value('publishedFrom');
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        {Object.entries(fields).map(([name, hidden]) => (
          <input key={name} type="hidden" name={name} value={hidden} />
        ))}
        <SelectField
          key={value('organ')}
          name="organ"
          label={t('organ')}
          choices={organs.map((one) => ({ value: one, label: organ(one) }))}
          defaultValue={value('organ') || 'giunta'}
          error={errorBeside(state, 'organ')}
        />
        <TextField
          name="number"
          label={t('number')}
          hint={t('numberHint')}
          error={errorBeside(state, 'number')}
          defaultValue={value('number')}
          short
        />
        {day('sessionOn')}
        <TextAreaField
          name="subject"
          label={t('subject')}
          rows={3}
          error={errorBeside(state, 'subject')}
          defaultValue={value('subject')}
        />
        <CheckField
          name="immediate"
          label={t('immediate')}
          hint={t('immediateHint')}
          defaultChecked={isTicked('immediate')}
        />
        <FieldGroup id="publication" label={t('publication')} hint={t('publicationHint')}>
          {day('publishedFrom', { optional: true })}
          {day('publishedTo', { optional: true, fallback: from && wasSent ? proposePublishedTo(from) : '' })}
          <TextField
            name="registerUrl"
            type="url"
            label={t('registerUrl')}
            error={errorBeside(state, 'registerUrl')}
            defaultValue={value('registerUrl')}
            optional
          />
        </FieldGroup>
        <FieldGroup id="enforceable" label={t('enforceable')} hint={t('enforceableHint')}>
          {day('enforceableOn', {
            hint: proposed ? t('enforceableProposed', { day: inWords(proposed) }) : undefined,
            fallback: proposed ?? '',
          })}
          <CheckField
            name="isEnforceabilityConfirmed"
            label={t('isEnforceabilityConfirmed')}
            error={errorBeside(state, 'isEnforceabilityConfirmed')}
            defaultChecked={isTicked('isEnforceabilityConfirmed')}
          />
        </FieldGroup>
        <FieldGroup id="protocol" label={t('protocol')} hint={t('protocolHint')}>
          <TextField
            name="protocolNumber"
            label={t('protocolNumber')}
            error={errorBeside(state, 'protocolNumber')}
            defaultValue={value('protocolNumber')}
            optional
            short
          />
          {day('protocolOn', { optional: true })}
        </FieldGroup>
        <div>
          <Button>{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
