// How many may hold a role at one organisation: what holds, and the form that changes it.
import { useTranslations } from 'next-intl';
import { Button, type FormAction } from '@/components/ui/button';
import { Form, SelectField, TextField } from '@/components/ui/field';
import type { SeatLimit } from '@/lib/people/seats/model';

const kinds = ['commune', 'institution', 'partner'] as const;
const roles = ['referent', 'operator', 'officer', 'reader'] as const;

/** `wrong` stands beside the number. */
export function SeatLimits({
  limits,
  action,
  wrong,
}: {
  limits: readonly SeatLimit[];
  action: FormAction;
  wrong: string | null;
}) {
  const t = useTranslations('adhesion.limits');
  const kind = useTranslations('directory.kinds');
  const role = useTranslations('frame.roles');
  return (
    <>
      <ul>
        {limits.map((limit) => (
          <li key={`${limit.kind}-${limit.role}`}>
            {t('one', { kind: kind(limit.kind), role: role(limit.role), most: limit.most })}
          </li>
        ))}
      </ul>
      <Form action={action}>
        <SelectField
          name="kind"
          label={t('kind')}
          choices={kinds.map((value) => ({ value, label: kind(value) }))}
        />
        <SelectField
          name="role"
          label={t('role')}
          choices={roles.map((value) => ({ value, label: role(value) }))}
        />
        <TextField
          name="most"
          type="number"
          label={t('most')}
          hint={t('mostHint')}
          error={wrong ?? undefined}
          optional
          short
        />
        <div>
          <Button kind="secondary" small>
            {t('save')}
          </Button>
        </div>
      </Form>
    </>
  );
}
