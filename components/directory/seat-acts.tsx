// What can be done about one seat: send its invitation again, take it back, end it.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Line } from '@/components/ui/layout';
import type { Leaver } from '@/lib/forum/leavers/model';
import { type SeatRow, seatsAddress } from '@/lib/people/seats/model';

export type SeatActions = {
  resend: FormAction;
  revoke: FormAction;
  end: FormAction;
  /** What the others would leave, for whoever hands it over; null for whoever does not. */
  work: readonly Leaver[] | null;
};

type SeatActsProps = {
  seat: SeatRow;
  organization: { slug: string; name: string };
  actions: SeatActions;
};

/** A revoked invitation is over: a new one is a new decision, and begins in the form. */
export function SeatActs({ seat, organization, actions }: SeatActsProps) {
  const t = useTranslations('directory.seats');
  const { name } = seat;
  const fields = { seat: seat.id, back: seatsAddress(organization.slug) };
  if (seat.state === 'active') return <Ending seat={seat} organization={organization} actions={actions} />;
  if (seat.state === 'revoked') return null;
  return (
    <Line>
      <PostButton
        action={actions.resend}
        fields={fields}
        kind="quiet"
        small
        label={t('resendLabel', { name })}
      >
        {t('resend')}
      </PostButton>
      {seat.state === 'invited' ? (
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

/** Asks once, naming the person and what they leave. */
function Ending({ seat, organization, actions }: SeatActsProps) {
  const t = useTranslations('directory.seats');
  const role = useTranslations('frame.roles')(seat.role);
  const { name } = seat;
  const left = actions.work?.find(({ id }) => id === seat.personId);
  return (
    <Dialog
      opener={t('end')}
      label={t('endLabel', { name, role })}
      title={t('endTitle', { name, role })}
      small
    >
      <p>{t('endLine', { name, organization: organization.name })}</p>
      <p>{left ? t('leaves', left) : t(actions.work ? 'leavesNothing' : 'leavesToReferent')}</p>
      <PostButton
        action={actions.end}
        fields={{ seat: seat.id, back: seatsAddress(organization.slug) }}
        kind="danger"
        small
      >
        {t('endDo', { name })}
      </PostButton>
    </Dialog>
  );
}
