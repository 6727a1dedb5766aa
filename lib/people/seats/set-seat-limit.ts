// How many may hold a role at one organisation, as the agreement says; the database itself holds to it.
import { and, eq } from 'drizzle-orm';
import { seatLimit } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { mayAddOrganization } from '../policy';
import { seatLimitInput } from './model';

/** Fewer than there are takes nobody's seat: it stops new ones. @throws Refusal `not-allowed`, `invalid` */
export async function setSeatLimit(ctx: Context, input: unknown): Promise<void> {
  demand(mayAddOrganization(ctx.actor));
  const { kind, role, most } = parseInput(seatLimitInput, input);
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
      { act: 'people.set-seat-limit', subject: `seat-limit:${kind}-${role}`, detail: { most } },
    );
  });
}
