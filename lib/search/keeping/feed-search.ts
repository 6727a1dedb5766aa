// Brings what changed to the search server, and builds its index where it has none of ours: called by the worker every
// other second, so that what was written while the server was away is found soon after it is back.
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import type { SearchServer } from '@/lib/platform/search/connection';
import { type FeedState, feedServer } from '@/lib/platform/search/feed-server';
import { rebuildDocuments, rebuildServer } from '@/lib/platform/search/rebuild';
import { areRulesKept } from '@/lib/platform/search/server-marker';
import { listSources } from './list-sources';
import { mayKeepSearch } from './policy';

/**
 * @throws Refusal `not-allowed`
 * @throws what the server says when it is away: what waits goes on waiting
 */
export async function feedSearch(ctx: Context, server: SearchServer): Promise<FeedState> {
  demand(mayKeepSearch(ctx.actor));
  const state = await feedServer(ctx.db, server);
  if (state !== 'lost') return state;
  if (!(await areRulesKept(ctx.db))) await rebuildDocuments(ctx.db, listSources());
  return rebuildServer(ctx.db, server);
}
