// Whoever signs in accepts what they were invited to.
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { invitation, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { acceptInvitation } from './accept-invitation';

/** All invitations of a person that stand now; the mailed link has proved that the address is theirs. */
export async function acceptInvitations(ctx: Context, personId: string): Promise<void> {
  const waiting = await ctx.db
    .select({ seatId: seat.id })
    .from(invitation)
    .innerJoin(seat, eq(seat.id, invitation.seatId))
    .where(and(eq(seat.personId, personId), isNull(invitation.acceptedAt), gt(seat.endedAt, ctx.now)))
    .orderBy(asc(seat.organizationId), asc(seat.id));
  if (waiting.length === 0) return;
  await ctx.db.transaction(async (db) => {
    for (const { seatId } of waiting) await acceptInvitation({ ...ctx, db }, seatId);
  });
}
