// Who holds which seat at an organisation, who is invited, and what can be done about it.
import { useFormatter, useTranslations } from 'next-intl';
import { Badge, type BadgeKind } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { timeZone } from '@/lib/core/time';
import type { SeatRow, SeatState, SeatsView } from '@/lib/people/seats/model';
import { type SeatActions, SeatActs } from './seat-acts';

type SeatTableProps = SeatsView & {
  now: Date;
  actions: SeatActions;
  /** The seats whose holder the reader may send away or invite again. */
  changeable: ReadonlySet<string>;
};

/** One row a seat: who holds two of them stands there twice. */
export function SeatTable({ organization, seats, now, actions, changeable }: SeatTableProps) {
  const t = useTranslations('directory.seats');
  const role = useTranslations('frame.roles');
  const keys = ['person', 'role', 'since', 'seen', 'state', 'acts'] as const;
  return (
    <Table
      caption={t('caption')}
      columns={keys.map((key) => ({ key, label: t(`columns.${key}`) }))}
      rows={seats.map((seat) => ({
        key: seat.id,
        cells: {
          person: seat.name,
          role: role(seat.role),
          since: <Time at={seat.startedAt} now={now} dayOnly />,
          seen: seat.lastSeenAt ? <Time at={seat.lastSeenAt} now={now} /> : t('never'),
          state: <State {...seat} />,
          acts: changeable.has(seat.id) ? (
            <SeatActs seat={seat} organization={organization} actions={actions} />
          ) : null,
        },
      }))}
    />
  );
}

const kinds: Record<SeatState, BadgeKind> = {
  active: 'good',
  invited: 'plain',
  expired: 'needs',
  revoked: 'plain',
};

function State({ state, expiresAt }: SeatRow) {
  const t = useTranslations('directory.seats.states');
  const format = useFormatter();
  const day = expiresAt ? format.dateTime(expiresAt, { dateStyle: 'long', timeZone }) : '';
  return <Badge kind={kinds[state]}>{t(state, { day })}</Badge>;
}
