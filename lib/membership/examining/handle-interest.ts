// Somebody who wanted to know more was answered: their line leaves the list of work.
import { and, eq, isNull } from 'drizzle-orm';
import { interest } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { mayExamine } from '../policy';
import { interestIdInput } from './model';

/** @throws Refusal `not-allowed`, `not-found` */
export async function handleInterest(ctx: Context, input: unknown): Promise<void> {
  demand(mayExamine(ctx.actor));
  const { interestId } = parseInput(interestIdInput, input);
  const handled = await ctx.db
    .update(interest)
    .set({ handledAt: ctx.now, handledById: ctx.actor.kind === 'member' ? ctx.actor.personId : null })
    .where(and(eq(interest.id, interestId), isNull(interest.handledAt)))
    .returning({ id: interest.id });
  if (handled.length === 0) throw new Refusal('not-found', 'interest-not-found');
  await record(ctx, { act: 'membership.handle-interest', subject: `interest:${interestId}` });
}
