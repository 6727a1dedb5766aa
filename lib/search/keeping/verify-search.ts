// Compares what can be found with what there is, mends what differs, and says how much it was.
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { compareServer } from '@/lib/platform/search/compare-server';
import type { SearchServer } from '@/lib/platform/search/connection';
import { rebuildDocuments } from '@/lib/platform/search/rebuild';
import { feedSearch } from './feed-search';
import { listSources } from './list-sources';
import { mayKeepSearch } from './policy';

/** `documents`: of the table that differed from the rooms; `server`: of the index that differed from the table. */
export type Verified = { documents: number; server: number | 'none' | 'rebuilt' };

/**
 * @throws Refusal `not-allowed`
 * @throws what the server says when it is away
 */
export async function verifySearch(ctx: Context, server: SearchServer | undefined): Promise<Verified> {
  demand(mayKeepSearch(ctx.actor));
  const documents = await rebuildDocuments(ctx.db, listSources());
  if (!server) return { documents, server: 'none' };
  const differing = await compareServer(ctx.db, server);
  if (differing === 'lost') {
    await feedSearch(ctx, server);
    return { documents, server: 'rebuilt' };
  }
  await ctx.db.execute(sql`insert into search_waiting (document_id, version)
    select id, nextval('search_document_version_seq') from unnest(${sql.param(differing)}::text[]) as id order by id
    on conflict (document_id) do update set version = excluded.version`);
  await feedSearch(ctx, server);
  return { documents, server: differing.length };
}
