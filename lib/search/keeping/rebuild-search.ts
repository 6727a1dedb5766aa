// Builds the whole search anew, documents and index, while everybody goes on searching.
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { readFilesOf } from '@/lib/forum/files/read-files-of';
import type { SearchServer } from '@/lib/platform/search/connection';
import { rebuildDocuments, rebuildServer } from '@/lib/platform/search/rebuild';
import { listSources } from './list-sources';
import { mayKeepSearch } from './policy';

/** Whoever feeds the index is done in moments; whoever builds it may not be. */
const patienceSeconds = 60;

export type Rebuilt = { changed: number; server: 'none' | 'built' | 'busy' };

/**
 * @param patience seconds to wait for another process that feeds or builds; `busy` when it goes on longer
 * @param report told what share of the index is built, from 0 to 1
 * @throws Refusal `not-allowed` for whoever does not run the machine
 */
export async function rebuildSearch(
  ctx: Context,
  server: SearchServer | undefined,
  report?: (share: number) => void,
  patience = patienceSeconds,
): Promise<Rebuilt> {
  demand(mayKeepSearch(ctx.actor));
  await readFilesOf(ctx.db);
  const changed = await rebuildDocuments(ctx.db, listSources());
  if (!server) return { changed, server: 'none' };
  const state = await rebuildServer(ctx.db, server, report, patience);
  return { changed, server: state === 'busy' ? 'busy' : 'built' };
}
