// How the search is, for monitors: which engine answers this process, and how many documents wait for the search server.
import { count } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { searchWaiting } from '@/db/schema';
import { isSearchReduced } from './house-search';

export type SearchState = { reduced: boolean; waiting: number | null };

/** Never throws: `waiting` is null where the database does not answer. Without a search server what changes waits for one. */
export async function searchState(db: Database): Promise<SearchState> {
  const waiting = await db
    .select({ waiting: count() })
    .from(searchWaiting)
    .then(
      ([row]) => row?.waiting ?? 0,
      () => null,
    );
  return { reduced: isSearchReduced(), waiting };
}
