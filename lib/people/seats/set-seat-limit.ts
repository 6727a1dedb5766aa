// How many may hold a role at one organisation of a kind: what the agreement says, kept by the database.
import { and, eq } from 'drizzle-orm';
import { seatLimit } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { maySetSeatLimits } from '../policy';
import { seatLimitInput } from './model';

/**
 * Without a number there is no limit. Fewer than hold the role already takes nobody's seat: it stops new ones.
 * @throws Refusal `invalid`, `not-allowed`
 */
export async function setSeatLimit(ctx: Context, input: unknown): Promise<void> {
  const { kind, role, most } = parseInput(seatLimitInput, input);
  demand(maySetSeatLimits(ctx.actor));
  await ctx.db.transaction(async (db) => {
    if (most === null) {
      await db.delete(seatLimit).where(and(eq(seatLimit.kind, kind), eq(seatLimit.role, role)));
    } else {
      await db
        .insert(seatLimit)
        .values({ kind, role, most, createdAt: ctx.now })
        .onConflictDoUpdate({ target: [seatLimit.kind, seatLimit.role], set: { most } });
    }
    await record(
      { ...ctx, db },
      { act: 'people.set-seat-limit', subject: `seat_limit:${kind}:${role}`, detail: { most } },
    );
  });
}
