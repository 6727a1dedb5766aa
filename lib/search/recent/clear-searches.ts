// Forgets what a person has searched so far.
import { eq } from 'drizzle-orm';
import { recentSearch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { demandSelf } from '@/lib/people/demand-self';

/** @throws Refusal `not-allowed` for whoever is not signed in */
export async function clearSearches(ctx: Context): Promise<void> {
  const { personId } = demandSelf(ctx);
  await ctx.db.delete(recentSearch).where(eq(recentSearch.personId, personId));
}
