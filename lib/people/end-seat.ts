// Ends a seat: the person no longer acts for that organisation; what they wrote stays signed with it.
import { and, eq, isNull } from 'drizzle-orm';
import { seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personChanged } from './facts';
import { seatInput } from './model';
import { mayEndSeat } from './policy';

/** @throws Refusal `not-found` for an unknown or already ended seat, `not-allowed` */
export async function endSeat(ctx: Context, input: unknown): Promise<void> {
  const { seatId } = parseInput(seatInput, input);
  const [held] = await ctx.db
    .select({ personId: seat.personId, organizationId: seat.organizationId, role: seat.role })
    .from(seat)
    .where(and(eq(seat.id, seatId), isNull(seat.endedAt)));
  if (!held) throw new Refusal('not-found', 'seat-not-found');
  demand(mayEndSeat(ctx.actor, held));
  await ctx.db.transaction(async (db) => {
    await db.update(seat).set({ endedAt: ctx.now }).where(eq(seat.id, seatId));
    await announce(db, personChanged(held.personId));
    await record({ ...ctx, db }, { act: 'people.end-seat', subject: `seat:${seatId}` });
  });
}
