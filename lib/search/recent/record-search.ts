// Remembers what a person asked, to offer it again at any desk: the ten last questions.
import { sql } from 'drizzle-orm';
import { recentSearch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demandSelf } from '@/lib/people/demand-self';
import { mostRecent, recentInput } from '../model';

/**
 * One statement, since it follows a page that has been answered; nothing is written where the last question is asked
 * again. A question asked before comes to the top.
 * @throws Refusal `invalid` for nothing or more than is kept, `not-allowed` for whoever is not signed in
 */
export async function recordSearch(ctx: Context, given: unknown): Promise<void> {
  const { q } = parseInput(recentInput, given);
  const { personId } = demandSelf(ctx);
  const own = sql`${recentSearch} where person_id = ${personId}`;
  // Both parts see what stood before: the new one is not among those counted.
  await ctx.db.execute(sql`
    with written as (
      insert into ${recentSearch} (person_id, query, searched_at)
      select ${personId}::uuid, ${q}::text, ${ctx.now.toISOString()}::timestamptz
      where ${q} is distinct from (select query from ${own} order by searched_at desc limit 1)
      on conflict (person_id, query) do update set searched_at = excluded.searched_at
    )
    delete from ${own} and query in (
      select query from ${own} and query <> ${q} order by searched_at desc offset ${mostRecent - 1}
    )`);
}
