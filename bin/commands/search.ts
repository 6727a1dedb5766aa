// `raccordo search …`: the upkeep of the search at the command line.

import { MeilisearchRequestError } from 'meilisearch';
import { refusalExit } from '@/bin/refusal-exit';
import { searchServer } from '@/bin/search-server';
import { showProgress } from '@/bin/show-progress';
import { withDatabase } from '@/bin/with-database';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { rebuildSearch } from '@/lib/search/keeping/rebuild-search';
import { verifySearch } from '@/lib/search/keeping/verify-search';

export const name = 'search';

export const usage = ['search reindex', 'search verify'].join('\n');

const notUnderstood = 2;
/** Another process went on building the index. */
const notDone = 1;
const away = new Refusal('unavailable', 'search-away');
/** `verify` found something to mend, and mended it. */
const differed = 1;

const verbs: Readonly<Record<string, (ctx: Context) => Promise<number>>> = { reindex, verify };

/** @returns the exit code: 0 done or all in order, 1 mended or not rebuilt, 2 not understood, else that of the refusal */
export async function run([verb = '', ...rest]: string[]): Promise<number> {
  const work = Object.hasOwn(verbs, verb) && rest.length === 0 ? verbs[verb] : undefined;
  if (!work) {
    process.stderr.write(`${usage.replace(/^/gm, 'Usage: raccordo ')}\n`);
    return notUnderstood;
  }
  const actor = { kind: 'system', name: 'command-line' } as const;
  try {
    return await withDatabase((db) => work({ db, actor, now: new Date() }));
  } catch (error) {
    return refusalExit(error instanceof MeilisearchRequestError ? away : error);
  }
}

async function reindex(ctx: Context): Promise<number> {
  const progress = showProgress();
  const { changed, server } = await rebuildSearch(ctx, searchServer(), progress.report).finally(progress.end);
  const index = {
    none: 'no search server',
    built: 'index rebuilt',
    busy: 'the index not rebuilt: another process is at it',
  };
  process.stdout.write(`${changed} documents changed, ${index[server]}.\n`);
  return server === 'busy' ? notDone : 0;
}

async function verify(ctx: Context): Promise<number> {
  const { documents, server } = await verifySearch(ctx, searchServer());
  const index = { none: 'there is no search server', rebuilt: 'the index was lost and is rebuilt' };
  const said = typeof server === 'number' ? `${server} of the index` : index[server];
  process.stdout.write(`Mended: ${documents} documents of the database, ${said}.\n`);
  return documents === 0 && (server === 0 || server === 'none') ? 0 : differed;
}
