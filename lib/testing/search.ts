// What tests of the search stand on: everything a database holds can be found, by either engine.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, inject } from 'vitest';
import type { Database } from '@/db/client';
import type { SearchServer } from '@/lib/platform/search/connection';
import { meiliClient } from '@/lib/platform/search/meili-engine';
import { rebuildDocuments } from '@/lib/platform/search/rebuild';
import { listSources } from '@/lib/search/keeping/list-sources';

/** As the worker does at its start; what could still be taken back is found too. */
export async function findAll(db: Database): Promise<void> {
  await db.execute(sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`);
  await rebuildDocuments(db, listSources());
}

/** The real Meilisearch of this run, under an index of the test file's own. */
export function testSearchServer(): SearchServer {
  const started = inject('searchServer');
  if (!started) throw new Error('these tests want Meilisearch: there is none for this platform');
  const server = { ...started, index: `test-${randomUUID()}` };
  afterAll(async () => {
    const client = meiliClient(server);
    for (const name of [server.index, `${server.index}-new`]) await client.deleteIndexIfExists(name);
  });
  return server;
}
