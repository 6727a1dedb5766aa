// Takes an invitation back before it was accepted: the seat ends now, and signing in with it answers like any stranger.
import { and, eq, isNull } from 'drizzle-orm';
import { invitation, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personChanged } from '../facts';
import { seatInput } from '../model';
import { mayInvite } from '../policy';

/** @throws Refusal `not-found`, `not-allowed`, `conflict` (`already-in-seat`: it was accepted meanwhile) */
export async function revokeInvitation(ctx: Context, input: unknown): Promise<void> {
  const { seatId } = parseInput(seatInput, input);
  const [held] = await ctx.db
    .select({ personId: seat.personId, organizationId: seat.organizationId, role: seat.role })
    .from(seat)
    .where(eq(seat.id, seatId));
  if (!held) throw new Refusal('not-found', 'seat-not-found');
  demand(mayInvite(ctx.actor, held.organizationId, held.role));
  await ctx.db.transaction(async (db) => {
    const revoked = await db
      .update(invitation)
      .set({ revokedAt: ctx.now })
      .where(and(eq(invitation.seatId, seatId), isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
      .returning({ id: invitation.id });
    if (revoked.length === 0) throw new Refusal('conflict', 'already-in-seat');
    await db.update(seat).set({ endedAt: ctx.now }).where(eq(seat.id, seatId));
    await announce(db, personChanged(held.personId));
    await record({ ...ctx, db }, { act: 'people.revoke-invitation', subject: `seat:${seatId}` });
  });
}
