// An invitation is accepted: its seat no longer ends with it.
import { and, eq, gt, isNull } from 'drizzle-orm';
import { invitation, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personChanged } from '../facts';
import type { Place } from './find-open-seat';
import { lockOrganization } from './lock-organization';
import { withinSeatLimit } from './within-seat-limit';

/**
 * Does nothing where it is accepted, revoked or over. Where fewer may hold the role than when the invitation was sent,
 * and all of those seats are taken, it stays an invitation: nobody is kept from signing in by that.
 * @param tx within a transaction
 */
export async function acceptInvitation(tx: Context, seatId: string): Promise<void> {
  const offered = await findWaiting(tx, seatId);
  if (!offered) return;
  await lockOrganization(tx, offered.organizationId);
  // Whoever held the organisation may have revoked it.
  if (!(await findWaiting(tx, seatId))) return;
  await withinSeatLimit(tx, offered, async (within) => {
    await within.db.update(seat).set({ endedAt: null }).where(eq(seat.id, seatId));
    await within.db.update(invitation).set({ acceptedAt: tx.now }).where(eq(invitation.seatId, seatId));
    await announce(within.db, personChanged(offered.personId));
    await record(within, { act: 'people.accept-invitation', subject: `seat:${seatId}` });
  }).catch((error) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

async function findWaiting({ db, now }: Context, seatId: string): Promise<Place | undefined> {
  const [waiting] = await db
    .select({ personId: seat.personId, organizationId: seat.organizationId, role: seat.role })
    .from(invitation)
    .innerJoin(seat, eq(seat.id, invitation.seatId))
    .where(
      and(
        eq(seat.id, seatId),
        gt(seat.endedAt, now),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
      ),
    );
  return waiting;
}
