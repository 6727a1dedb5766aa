'use client';
// A further tag to receive by mail.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, SelectField, TextField } from '@/components/ui/field';
import { errorBeside, type FormDeed, untouched } from '@/lib/core/form-state';
import { useMailWords } from './mail-choices';

/** What is wrong stands beside the tag; without a script the page named comes back with it. */
export function AddTagForm({ action }: { action: FormDeed }) {
  const t = useTranslations('choices.page');
  const [state, submit] = useActionState(action, untouched, '/profilo/posta');
  const choices = useMailWords();
  return (
    <Form action={submit}>
      <TextField
        name="tag"
        label={t('addTag')}
        hint={t('addTagHint')}
        error={errorBeside(state, 'tag')}
        defaultValue={state.values.tag}
        short
      />
      <SelectField
        name="mail"
        label={t('addTagMail')}
        error={errorBeside(state, 'mail')}
        choices={choices}
        defaultValue={state.values.mail}
      />
      <div>
        <Button kind="secondary">{t('add')}</Button>
      </div>
    </Form>
  );
}
