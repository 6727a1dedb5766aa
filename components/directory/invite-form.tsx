'use client';
// Inviting somebody for an organisation: an address, a name, a role.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, SelectField, TextField } from '@/components/ui/field';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

const roles = ['operator', 'referent', 'reader'] as const;

type InviteFormProps = { action: FormDeed; organization: string; page: string };

/** A person who is known keeps the one account they have. */
export function InviteForm({ action, organization, page }: InviteFormProps) {
  const t = useTranslations('directory.seats');
  const role = useTranslations('frame.roles');
  const [state, submit] = useActionState(action, untouched, page);
  const { values } = state;
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <input type="hidden" name="organization" value={organization} />
        <input type="hidden" name="back" value={page} />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          autoComplete="off"
          error={errorBeside(state, 'email')}
          defaultValue={values.email}
        />
        <TextField
          name="name"
          label={t('name')}
          autoComplete="off"
          error={errorBeside(state, 'name')}
          defaultValue={values.name}
          optional
        />
        <SelectField
          key={values.role}
          name="role"
          label={t('columns.role')}
          choices={roles.map((one) => ({ value: one, label: role(one) }))}
          error={errorBeside(state, 'role')}
          defaultValue={values.role}
        />
        <div>
          <Button icon="mail">{t('invite')}</Button>
        </div>
      </Form>
    </>
  );
}
