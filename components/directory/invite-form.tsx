'use client';
// Inviting a person to act for an organisation.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, SelectField, TextField } from '@/components/ui/field';
import type { Role } from '@/lib/core/actor';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

type InviteFormProps = {
  action: FormDeed;
  /** The organisation's slug. */
  organization: string;
  roles: readonly Role[];
  /** The page it stands on, shown again with what is wrong where no script runs. */
  page: string;
};

export function InviteForm({ action, organization, roles, page }: InviteFormProps) {
  const t = useTranslations('directory.seats');
  const role = useTranslations('frame.roles');
  const [state, submit] = useActionState(action, untouched, page);
  const { values } = state;
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <input type="hidden" name="organization" value={organization} />
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={errorBeside(state, 'name')}
          defaultValue={values.name}
        />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          error={errorBeside(state, 'email')}
          defaultValue={values.email}
        />
        <SelectField
          key={values.role}
          name="role"
          label={t('role')}
          error={errorBeside(state, 'role')}
          choices={roles.map((each) => ({ value: each, label: role(each) }))}
          defaultValue={values.role}
        />
        <div>
          <Button icon="mail">{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
