'use client';
// A code of the app, or a recovery code: one field takes both.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button, type ButtonKind } from '@/components/ui/button';
import { Form, TextField } from '@/components/ui/field';
import { errorBeside, type FormDeed, untouched } from '@/lib/core/form-state';

type CodeFormProps = {
  action: FormDeed;
  /** Unlike any other on the page. */
  id: string;
  button: string;
  hint: string;
  page: string;
  kind?: ButtonKind;
  fields?: Record<string, string>;
};

/** What comes back with codes in it shows them once. */
export function CodeForm({ action, id, button, hint, page, kind, fields = {} }: CodeFormProps) {
  const t = useTranslations('access.code');
  const [state, submit] = useActionState(action, untouched, page);
  const codes = state.values.codes?.split(' ');
  if (codes) {
    return (
      <div role="status">
        <p>
          <strong>{t('codesTitle')}</strong>
        </p>
        <p>{t('codesLine')}</p>
        <ul>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a href={state.values.ritorno || '/'}>{t('goOn')}</a>
        </p>
      </div>
    );
  }
  return (
    <Form action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        id={id}
        name="code"
        label={t('code')}
        hint={hint}
        autoComplete="one-time-code"
        error={errorBeside(state, 'code')}
        short
      />
      <div>
        <Button kind={kind}>{button}</Button>
      </div>
    </Form>
  );
}
