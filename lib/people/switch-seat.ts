// Chooses for which organisation, and in which role, a person acts in the session at hand.
import { and, eq } from 'drizzle-orm';
import { session } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { demandSelf } from './demand-self';
import { seatInput, sessionInput } from './model';
import { acceptInvitation } from './seats/accept-invitation';

const input = seatInput.extend(sessionInput.shape);

/**
 * Other sessions of the person keep theirs: at two desks one may act for two bodies. Acting for one that invited them
 * accepts the invitation.
 * @throws Refusal `not-found` for a seat that is not the person's or is over, `not-allowed`
 */
export async function switchSeat(ctx: Context, given: unknown): Promise<void> {
  const { seatId, sessionId } = parseInput(input, given);
  const self = demandSelf(ctx);
  if (!self.seats.some((held) => held.id === seatId)) throw new Refusal('not-found', 'seat-not-found');
  await ctx.db.transaction(async (db) => {
    const switched = await db
      .update(session)
      .set({ seatId })
      .where(and(eq(session.id, sessionId), eq(session.userId, self.personId)))
      .returning({ id: session.id });
    if (switched.length === 0) throw new Refusal('not-found', 'session-not-found');
    await acceptInvitation({ ...ctx, db }, seatId);
    await record({ ...ctx, db }, { act: 'people.switch-seat', subject: `seat:${seatId}` });
  });
}
