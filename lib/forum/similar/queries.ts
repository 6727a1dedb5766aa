// Threads that may already say what somebody is about to ask.
import { sql } from 'drizzle-orm';
import { thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { ThreadRow } from '../model';
import { threadsByIds } from '../queries';

/** Enough to see whether the answer is there; more would be a list to read instead of a question to ask. */
const mostShown = 5;
/** Fewer letters name no subject yet. */
const shortestTitle = 4;
const longestTitle = 200;
/** Of the best ones, since some stand where the actor may not read. */
const mostLookedAt = 40;

/**
 * Threads whose titles share words with this one, most words in common first; only those the actor may read. Italian
 * stems and stop words as in the search.
 */
export async function listSimilarThreads(ctx: Context, title: string): Promise<ThreadRow[]> {
  const words = title.trim().slice(0, longestTitle);
  if (words.length < shortestTitle) return [];
  const rows = await ctx.db.execute<{ id: string }>(sql`
    with wanted as (
      select string_agg(quote_literal(lexeme), ' | ')::tsquery as words
      from unnest(to_tsvector('raccordo', ${words}))
    )
    select ${thread.id} from ${thread}, wanted where ${thread.search} @@ wanted.words
    order by ts_rank(${thread.search}, wanted.words, 1) desc, ${thread.lastPostAt} desc limit ${mostLookedAt}`);
  return (
    await threadsByIds(
      ctx,
      rows.map(({ id }) => id),
    )
  ).slice(0, mostShown);
}
