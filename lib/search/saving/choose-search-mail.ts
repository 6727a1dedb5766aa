// Whether what is new of a saved search comes by mail.
import { and, eq, sql } from 'drizzle-orm';
import { savedSearch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demandKeeper } from './demand-keeper';
import { searchMailInput } from './model';

/**
 * Wanted again it is told of what comes in from now on; wanted already it goes on as before.
 * @param input `{id, mail}`
 * @throws Refusal `invalid`, `not-allowed`, `not-found` for what is not the actor's
 */
export async function chooseSearchMail(ctx: Context, input: unknown): Promise<void> {
  const { id, mail } = parseInput(searchMailInput, input);
  const { personId } = demandKeeper(ctx.actor);
  const since = sql`coalesce(${savedSearch.mailSince}, ${ctx.now.toISOString()}::timestamptz)`;
  const changed = await ctx.db
    .update(savedSearch)
    .set({ mailSince: mail ? since : null })
    .where(and(eq(savedSearch.id, id), eq(savedSearch.personId, personId)))
    .returning({ id: savedSearch.id });
  if (changed.length === 0) throw new Refusal('not-found', 'no-such-search');
}
