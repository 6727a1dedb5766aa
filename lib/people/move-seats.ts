// Passes the seats of an organisation on to the one it became: each is ended there and begun here, so that history stays.
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { seat } from '@/db/schema';
import type { Role } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personChanged, personInvited } from './facts';
import { findOpenSeat } from './seats/find-open-seat';
import { offerSeat } from './seats/offer-seat';
import { withinSeatLimit } from './seats/within-seat-limit';

/**
 * Called by a merge, in its transaction, which has asked for leave. Whoever was invited and has not come yet is invited anew.
 * @throws Refusal `conflict` (`seats-full`)
 */
export async function moveSeats(tx: Context, fromId: string, toId: string): Promise<void> {
  const { db, now } = tx;
  const open = and(eq(seat.organizationId, fromId), or(isNull(seat.endedAt), gt(seat.endedAt, now)));
  const { personId, role, endedAt, id } = seat;
  const held = await db.select({ id, personId, role, endedAt }).from(seat).where(open).for('update');
  await db.update(seat).set({ endedAt: now }).where(open);
  for (const { id: _, endedAt: offeredUntil, ...one } of held) {
    const place = { ...one, organizationId: toId };
    const there = await findOpenSeat(tx, place);
    if (there && !there.isOffer) continue;
    if (offeredUntil) await announce(db, personInvited((await offerSeat(tx, place)).seatId));
    else await withinSeatLimit(tx, place, (within) => begin(within, place));
    await announce(db, personChanged(one.personId));
  }
  await record(tx, {
    act: 'people.move-seats',
    subject: `organization:${fromId}`,
    detail: { into: toId, seats: held.length },
  });
}

async function begin({ db, now }: Context, place: { personId: string; organizationId: string; role: Role }) {
  await db.insert(seat).values({ ...place, startedAt: now, createdAt: now });
}
