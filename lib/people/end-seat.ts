// Ends a seat: the person no longer acts for that organisation; what they wrote stays signed with it.
import { and, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { organization, seat } from '@/db/schema';
import { actsAs } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personChanged } from './facts';
import { seatInput } from './model';
import { mayEndSeat } from './policy';

/**
 * A referent does not leave an organisation that others still work for without one; the secretariat may.
 * @throws Refusal `not-found` for an unknown or already ended seat, `not-allowed`, `conflict` (`last-referent`)
 */
export async function endSeat(ctx: Context, input: unknown): Promise<void> {
  const { seatId } = parseInput(seatInput, input);
  const isOpen = or(isNull(seat.endedAt), gt(seat.endedAt, ctx.now));
  const [held] = await ctx.db
    .select({ personId: seat.personId, organizationId: seat.organizationId, role: seat.role })
    .from(seat)
    .where(and(eq(seat.id, seatId), isOpen));
  if (!held) throw new Refusal('not-found', 'seat-not-found');
  demand(mayEndSeat(ctx.actor, held));
  await ctx.db.transaction(async (db) => {
    await db
      .select({ id: organization.id })
      .from(organization)
      .where(eq(organization.id, held.organizationId))
      .for('update');
    if (held.role === 'referent' && actsAs(ctx.actor, 'referent')) {
      const others = and(
        eq(seat.organizationId, held.organizationId),
        eq(seat.role, 'referent'),
        ne(seat.id, seatId),
        isNull(seat.endedAt),
      );
      if ((await db.$count(seat, others)) === 0) throw new Refusal('conflict', 'last-referent');
    }
    await db.update(seat).set({ endedAt: ctx.now }).where(eq(seat.id, seatId));
    await announce(db, personChanged(held.personId));
    await record({ ...ctx, db }, { act: 'people.end-seat', subject: `seat:${seatId}` });
  });
}
