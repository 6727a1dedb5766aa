// Brings what changed into Meilisearch: in one place at a time and from the rows as they are then, so that nothing older
// ever follows something newer. While the server is away, what changed waits.
import { asc, gt, inArray, lte, max, sql } from 'drizzle-orm';
import type { Meilisearch } from 'meilisearch';
import type { Database } from '@/db/client';
import { searchDocument, searchWaiting } from '@/db/schema';
import type { SearchServer } from './connection';
import { holdAllDocuments } from './keep-documents';
import { meiliClient } from './meili-engine';
import { addRows, birthOf, indexedColumns, settled } from './meili-index';
import { isOurs } from './server-marker';

const perBatch = 500;
const deadlineMs = 20_000;
const tryAgainMs = 100;

/** `lost`: the index is not the one that was built; whoever hears it builds it anew. */
export type FeedState = 'fed' | 'lost' | 'busy';

/** @throws when the server is away: what waits goes on waiting */
export async function feedServer(db: Database, server: SearchServer): Promise<FeedState> {
  const client = meiliClient(server, deadlineMs);
  const birth = await birthOf(client, server.index);
  if (!(await isOurs(db, birth))) return 'lost';
  return inTurn(db, async () => {
    while (await feedBatch(db, client, [server.index]));
    return 'fed';
  });
}

/**
 * One process at a time feeds.
 * @param patience seconds to wait for whoever feeds now
 * @returns `busy` when another still does
 */
export async function inTurn(db: Database, work: () => Promise<FeedState>, patience = 0): Promise<FeedState> {
  return db.transaction(async (tx) => ((await takeTurn(tx, patience)) ? work() : 'busy'));
}

async function takeTurn(tx: Database, patience: number): Promise<boolean> {
  for (const until = Date.now() + patience * 1_000; ; ) {
    const [turn] = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('search-server')) as mine`,
    );
    if (turn?.mine || Date.now() >= until) return turn?.mine ?? false;
    await new Promise((resolve) => setTimeout(resolve, tryAgainMs));
  }
}

/**
 * @param indexes also one that is being built, so that it misses nothing
 * @param after leaves out what waited in this version or an earlier one
 * @returns whether more may wait
 */
export async function feedBatch(
  db: Database,
  client: Meilisearch,
  indexes: string[],
  after = 0,
): Promise<boolean> {
  const waiting = await db
    .select()
    .from(searchWaiting)
    .where(gt(searchWaiting.version, after))
    .orderBy(asc(searchWaiting.version))
    .limit(perBatch);
  if (waiting.length === 0) return false;
  const ids = waiting.map(({ documentId }) => documentId);
  const rows = await db.select(indexedColumns).from(searchDocument).where(inArray(searchDocument.id, ids));
  const there = new Set(rows.map(({ id }) => id));
  const gone = ids.filter((id) => !there.has(id));
  for (const name of indexes) {
    const index = client.index(name);
    await addRows(index, rows, client);
    if (gone.length > 0) await settled(client, index.deleteDocuments(gone));
  }
  await forget(db, waiting);
  return waiting.length === perBatch;
}

/** What changed again meanwhile still waits. */
async function forget(db: Database, fed: { documentId: string; version: number }[]): Promise<void> {
  const ids = sql.param(fed.map(({ documentId }) => documentId));
  const versions = sql.param(fed.map(({ version }) => version));
  await db.execute(sql`delete from search_waiting using unnest(${ids}::text[], ${versions}::bigint[]) as fed(id, version)
    where search_waiting.document_id = fed.id and search_waiting.version = fed.version`);
}

/**
 * What an index that is built from now on will hold anyway waits in no later version than this. Versions are drawn before
 * they are committed: whoever drew one is waited for.
 */
export async function lastWaiting(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    await holdAllDocuments(tx);
    const [last] = await tx.select({ version: max(searchWaiting.version) }).from(searchWaiting);
    return last?.version ?? 0;
  });
}

/** Takes out of the queue what waited in this version or an earlier one. */
export async function forgetUntil(db: Database, version: number): Promise<void> {
  await db.delete(searchWaiting).where(lte(searchWaiting.version, version));
}
