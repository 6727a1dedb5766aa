// The limits of seats that are set.
import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { SeatLimit } from '@/lib/people/seats/model';

export function SeatLimitTable({ limits }: { limits: readonly SeatLimit[] }) {
  const t = useTranslations('office.seatLimits');
  const kindWords = useTranslations('directory.kinds');
  const roleWords = useTranslations('frame.roles');
  return (
    <Table
      caption={t('caption')}
      columns={[
        { key: 'kind', label: t('kind') },
        { key: 'role', label: t('role') },
        { key: 'most', label: t('most'), number: true },
      ]}
      rows={limits.map(({ kind, role, most }) => ({
        key: `${kind}-${role}`,
        cells: { kind: kindWords(kind), role: roleWords(role), most },
      }))}
    />
  );
}
