// Passes the seats of an organisation on to the one it became: each is ended there and begun here, so that history stays.
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personChanged, personInvited } from './facts';
import { offerSeat } from './seats/offer-seat';
import { refuseFull } from './seats/refuse-full';

/**
 * Called by a merge, in its transaction, which has asked for leave. Whoever was invited and has not come yet is invited anew.
 * @throws Refusal `conflict` (`seats-full`)
 */
export async function moveSeats(ctx: Context, fromId: string, toId: string): Promise<void> {
  const { db, now } = ctx;
  const open = and(eq(seat.organizationId, fromId), or(isNull(seat.endedAt), gt(seat.endedAt, now)));
  const { personId, role, endedAt, id } = seat;
  const held = await db.select({ id, personId, role, endedAt }).from(seat).where(open).for('update');
  await db.update(seat).set({ endedAt: now }).where(open);
  for (const one of held) {
    const offer = { personId: one.personId, organizationId: toId, role: one.role };
    if (one.endedAt) {
      const { seatId, isHeld } = await offerSeat(ctx, offer);
      if (!isHeld) await announce(db, personInvited(seatId));
    } else {
      const row = { ...offer, startedAt: now, createdAt: now };
      await db.insert(seat).values(row).onConflictDoNothing().catch(refuseFull);
    }
    await announce(db, personChanged(one.personId));
  }
  await record(ctx, {
    act: 'people.move-seats',
    subject: `organization:${fromId}`,
    detail: { into: toId, seats: held.length },
  });
}
