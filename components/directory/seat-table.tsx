// Who holds which seat, who was invited, and what can be done about each.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Line } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { SeatRow } from '@/lib/people/seats/model';

type SeatTableProps = {
  seats: readonly SeatRow[];
  now: Date;
  page: string;
  actions: { resend: FormAction; revoke: FormAction; end: FormAction };
};

/** Taking a seat away asks once, naming the person and what becomes of their things. */
export function SeatTable({ seats, now, page, actions }: SeatTableProps) {
  const t = useTranslations('directory.seats');
  const role = useTranslations('frame.roles');
  const keys = ['person', 'role', 'state', 'lastSeen', 'deeds'] as const;
  return (
    <Table
      caption={t('caption')}
      columns={keys.map((key) => ({ key, label: t(`columns.${key}`) }))}
      rows={seats.map((seat) => ({
        key: seat.id,
        cells: {
          person: (
            <>
              {seat.name}
              {seat.email ? (
                <>
                  <br />
                  {seat.email}
                </>
              ) : null}
            </>
          ),
          role: role(seat.role),
          state: <State seat={seat} now={now} />,
          lastSeen: seat.lastSeenAt ? <Time at={seat.lastSeenAt} now={now} /> : t('never'),
          deeds: <Deeds seat={seat} page={page} actions={actions} />,
        },
      }))}
    />
  );
}

function State({ seat, now }: { seat: SeatRow; now: Date }) {
  const t = useTranslations('directory.seats.states');
  return (
    <>
      {t(seat.state)}
      {seat.until ? (
        <>
          {' '}
          <Time at={seat.until} now={now} dayOnly />
        </>
      ) : null}
    </>
  );
}

function Deeds({ seat, page, actions }: { seat: SeatRow } & Pick<SeatTableProps, 'page' | 'actions'>) {
  const t = useTranslations('directory.seats');
  const { id, name, state } = seat;
  const fields = { seatId: id, back: page };
  if (state === 'held') {
    return (
      <Dialog
        opener={t('end')}
        title={t('endTitle', { name })}
        label={t('endLabel', { name })}
        kind="secondary"
        small
      >
        <p>{t('endLine')}</p>
        <PostButton action={actions.end} fields={fields} kind="danger" small>
          {t('endConfirm', { name })}
        </PostButton>
      </Dialog>
    );
  }
  if (state === 'ended') return null;
  return (
    <Line>
      <PostButton
        action={actions.resend}
        fields={fields}
        kind="secondary"
        small
        label={t('resendLabel', { name })}
      >
        {t('resend')}
      </PostButton>
      {state === 'invited' ? (
        <PostButton
          action={actions.revoke}
          fields={fields}
          kind="quiet"
          small
          label={t('revokeLabel', { name })}
        >
          {t('revoke')}
        </PostButton>
      ) : null}
    </Line>
  );
}
