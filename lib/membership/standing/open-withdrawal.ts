// A member begins to leave: the act of withdrawal is written and filed before anything changes (DOMAIN.md §3).
import { eq } from 'drizzle-orm';
import { application, person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { findOpenApplication } from '../find-open-application';
import { findState } from '../find-state';
import { isStepFrom, mayTakeStep } from '../policy';
import { withdrawalInput } from './model';

/**
 * Opening it again leads back to what is there.
 * @throws Refusal `not-allowed`, `conflict` (`step-not-from-here`)
 */
export async function openWithdrawal(ctx: Context, input: unknown): Promise<void> {
  const { organizationId } = parseInput(withdrawalInput, input);
  const state = await findState(ctx, organizationId);
  demand(mayTakeStep(ctx.actor, 'withdraw', { organizationId, state }));
  if (!isStepFrom('withdraw', state)) throw new Refusal('conflict', 'step-not-from-here');
  if (await findOpenApplication(ctx, organizationId)) return;
  const { personId } = memberOf(ctx.actor);
  const id = newId();
  await ctx.db.transaction(async (db) => {
    await db
      .insert(application)
      .values({
        ...{ id, organizationId, purpose: 'withdraw', email: await addressOf({ ...ctx, db }, personId) },
        ...{ openedAt: ctx.now, changedAt: ctx.now },
      })
      .onConflictDoNothing();
    await record({ ...ctx, db }, { act: 'membership.open-withdrawal', subject: `application:${id}` });
  });
}

async function addressOf({ db }: Context, personId: string): Promise<string> {
  const [self] = await db.select({ email: person.email }).from(person).where(eq(person.id, personId));
  return self?.email ?? '';
}
