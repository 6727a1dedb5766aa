// Ends a seat now; an invitation that was not accepted is revoked with it.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { invitation, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { announce } from '@/lib/platform/jobs/announce';
import { personChanged } from '../facts';

/** `check_seat_limit` looks at every seat that goes on beyond the database's own now: an end must not come after that. */
export async function closeSeat(
  { db, now }: Context,
  closed: { seatId: string; personId: string },
): Promise<void> {
  const endedAt = sql`least(${now.toISOString()}::timestamptz, now())`;
  await db.update(seat).set({ endedAt }).where(eq(seat.id, closed.seatId));
  await db
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.seatId, closed.seatId), isNull(invitation.acceptedAt)));
  await announce(db, personChanged(closed.personId));
}
