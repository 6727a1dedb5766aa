// At the start of the worker: what should be found and has no document (a database older than the search, or rows written
// past the deeds) gets one.
import { sql } from 'drizzle-orm';
import { post } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { isRemoved } from '@/lib/forum/is-removed';
import { mayKeepSearch } from './policy';
import { rebuildSearch } from './rebuild-search';

/** @returns whether anything was missing */
export async function mendSearch(ctx: Context): Promise<boolean> {
  demand(mayKeepSearch(ctx.actor));
  const [found] = await ctx.db.execute<{ missing: boolean }>(sql`select
    exists (select from ${post} where not ${isRemoved()}
      and not exists (select from search_document where subject_id = ${post.id}))
    or exists (select from organization o
      where not exists (select from search_document where subject_id = o.id)) as missing`);
  if (!found?.missing) return false;
  await rebuildSearch(ctx, undefined);
  return true;
}
