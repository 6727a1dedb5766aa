'use client';
// One limit: of which kind of organisation, in which role, how many.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, SelectField, TextField } from '@/components/ui/field';
import type { OrganizationKind, Role } from '@/lib/core/actor';
import { errorBeside, errorLines, type FormDeed, untouched } from '@/lib/core/form-state';

type SeatLimitFormProps = { action: FormDeed; kinds: readonly OrganizationKind[]; roles: readonly Role[] };

const page = '/segreteria/incarichi';

/** Saving the same kind and role again changes the number. */
export function SeatLimitForm({ action, kinds, roles }: SeatLimitFormProps) {
  const t = useTranslations('office.seatLimits');
  const kindWords = useTranslations('directory.kinds');
  const roleWords = useTranslations('frame.roles');
  const [state, submit] = useActionState(action, untouched, page);
  const { values } = state;
  return (
    <>
      <ErrorSummary errors={errorLines(state)} />
      <Form action={submit}>
        <SelectField
          key={`kind-${values.kind}`}
          name="kind"
          label={t('kind')}
          error={errorBeside(state, 'kind')}
          choices={kinds.map((kind) => ({ value: kind, label: kindWords(kind) }))}
          defaultValue={values.kind}
        />
        <SelectField
          key={`role-${values.role}`}
          name="role"
          label={t('role')}
          error={errorBeside(state, 'role')}
          choices={roles.map((role) => ({ value: role, label: roleWords(role) }))}
          defaultValue={values.role}
        />
        <TextField
          name="most"
          label={t('most')}
          hint={t('mostHint')}
          error={errorBeside(state, 'most')}
          defaultValue={values.most}
          optional
          short
        />
        <div>
          <Button>{t('submit')}</Button>
        </div>
      </Form>
    </>
  );
}
