// What a person asked last.
import { desc, eq } from 'drizzle-orm';
import { recentSearch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { mostRecent } from '../model';

/** Newest first; nothing for whoever is not signed in. */
export async function listRecentSearches({ db, actor }: Context): Promise<string[]> {
  if (actor.kind !== 'member') return [];
  const rows = await db
    .select({ query: recentSearch.query })
    .from(recentSearch)
    .where(eq(recentSearch.personId, actor.personId))
    .orderBy(desc(recentSearch.searchedAt))
    .limit(mostRecent);
  return rows.map(({ query }) => query);
}
