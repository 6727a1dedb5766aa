// Whether Meilisearch holds what the table of documents holds: every document once, in its present version, and no other.
import { asc, gt } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { searchDocument, searchWaiting } from '@/db/schema';
import type { SearchServer } from './connection';
import { meiliClient } from './meili-engine';
import { birthOf } from './meili-index';
import { isOurs } from './server-marker';

const perBatch = 10_000;
const deadlineMs = 20_000;

/**
 * @returns ids of documents that differ, or stand on one side only; `lost` when the index is not ours. What waits to be
 * fed differs by right and is left out.
 */
export async function compareServer(db: Database, server: SearchServer): Promise<string[] | 'lost'> {
  const client = meiliClient(server, deadlineMs);
  const birth = await birthOf(client, server.index);
  if (!(await isOurs(db, birth))) return 'lost';
  const held = new Map<string, number>();
  for (let offset = 0; ; offset += perBatch) {
    const { results } = await client
      .index<{ id: string; version: number }>(server.index)
      .getDocuments({ fields: ['id', 'version'], limit: perBatch, offset });
    for (const { id, version } of results) held.set(id, version);
    if (results.length < perBatch) break;
  }
  const differing = await differencesFrom(db, held);
  const waiting = new Set(
    (await db.select({ id: searchWaiting.documentId }).from(searchWaiting)).map(({ id }) => id),
  );
  return differing.filter((id) => !waiting.has(id));
}

/** Takes out of `held` what is right; what is left stands only there. */
async function differencesFrom(db: Database, held: Map<string, number>): Promise<string[]> {
  const differing: string[] = [];
  const { id, version } = searchDocument;
  for (let last = ''; ; ) {
    const rows = await db
      .select({ id, version })
      .from(searchDocument)
      .where(gt(id, last))
      .orderBy(asc(id))
      .limit(perBatch);
    for (const row of rows) {
      if (held.get(row.id) !== row.version) differing.push(row.id);
      held.delete(row.id);
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < perBatch) return [...differing, ...held.keys()];
  }
}
