// Builds everything anew: the documents from what the rooms say today, then an index beside the one in use, then the exchange.
// Searching goes on all the while.
import { asc, count, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { IndexSwap, Meilisearch } from 'meilisearch';
import type { Database } from '@/db/client';
import { searchDocument } from '@/db/schema';
import type { SearchServer } from './connection';
import type { DocumentSource } from './document';
import { type FeedState, feedBatch, forgetUntil, inTurn, lastWaiting } from './feed-server';
import { countWords, holdAllDocuments, keepDocuments } from './keep-documents';
import { meiliClient } from './meili-engine';
import { addRows, birthOf, indexedColumns, makeIndex, settled } from './meili-index';
import { keepBirth, keepRules } from './server-marker';

const perBatch = 500;
/** Batches the server may still be taking in while the next ones are read. */
const mostUnderway = 3;

export type Report = (share: number) => void;

/**
 * Brings the table of documents up to what its sources say; whoever searches sees each batch at once.
 * @returns how many documents changed
 */
export async function rebuildDocuments(
  db: Database,
  sources: readonly DocumentSource[],
  report: (done: number) => void = () => {},
): Promise<number> {
  let changed = 0;
  let done = 0;
  for (const source of sources) {
    for await (const subjects of source.subjects(db)) {
      changed += await db.transaction(async (tx) => {
        await holdAllDocuments(tx);
        // A table that fills has no statistics yet: PostgreSQL would read all of it for each batch.
        await tx.execute(sql`set local enable_seqscan = off`);
        return keepDocuments(tx, subjects, await source.documents(tx, subjects), 'count-later');
      });
      done += subjects.length;
      report(done);
    }
    changed += await dropOrphans(db, source);
  }
  await countWords(db);
  await keepRules(db);
  return changed;
}

/** Documents whose subject is no longer there at all. */
async function dropOrphans(db: Database, source: DocumentSource): Promise<number> {
  return db.transaction(async (tx) => {
    // What comes to be between the two looks would seem to be an orphan.
    await holdAllDocuments(tx);
    const known = new Set<string>();
    for await (const subjects of source.subjects(tx)) for (const id of subjects) known.add(id);
    const rows = await tx
      .selectDistinct({ id: searchDocument.subjectId })
      .from(searchDocument)
      .where(inArray(searchDocument.kind, [...source.kinds]));
    const orphans = rows.map(({ id }) => id).filter((id) => !known.has(id));
    return keepDocuments(tx, orphans, []);
  });
}

/**
 * @param patience seconds to wait for another process that is feeding or building
 * @returns `busy` when another still is
 */
export async function rebuildServer(
  db: Database,
  server: SearchServer,
  report: Report = () => {},
  patience = 0,
): Promise<FeedState> {
  const client = meiliClient(server, 120_000);
  const aside = `${server.index}-new`;
  const build = async (): Promise<FeedState> => {
    const before = await lastWaiting(db);
    await makeIndex(client, aside);
    await fill(db, client, { inUse: server.index, aside, before }, report);
    await exchange(client, server.index, aside);
    await forgetUntil(db, before);
    const birth = await birthOf(client, server.index);
    if (birth !== undefined) await keepBirth(db, birth);
    await client.deleteIndexIfExists(aside);
    return 'fed';
  };
  return inTurn(db, build, patience);
}

/** What changes meanwhile reaches the index in use as well as the new one. */
async function fill(
  db: Database,
  client: Meilisearch,
  { inUse, aside, before }: { inUse: string; aside: string; before: number },
  report: Report,
): Promise<void> {
  const [all] = await db.select({ documents: count() }).from(searchDocument);
  const total = Math.max(1, all?.documents ?? 1);
  const isInUse = (await birthOf(client, inUse)) !== undefined;
  const targets = isInUse ? [inUse, aside] : [aside];
  const underway: Promise<void>[] = [];
  let last = '';
  for (let done = 0; ; ) {
    const rows = await nextRows(db, gt(searchDocument.id, last));
    if (rows.length === 0) break;
    last = rows.at(-1)?.id ?? last;
    const taken = addRows(client.index(aside), rows, client);
    // A server that falls meanwhile is heard of where this is waited for: unheard until then it would end the process.
    taken.catch(() => undefined);
    underway.push(taken);
    if (underway.length >= mostUnderway) await underway.shift();
    done += rows.length;
    report(done / total);
    await feedBatch(db, client, targets, before);
  }
  await Promise.all(underway);
  while (await feedBatch(db, client, targets, before));
}

function nextRows(db: Database, after: SQL) {
  return db
    .select(indexedColumns)
    .from(searchDocument)
    .where(after)
    .orderBy(asc(searchDocument.id))
    .limit(perBatch);
}

/** Where none is in use yet the new one takes its name. */
async function exchange(client: Meilisearch, inUse: string, aside: string): Promise<void> {
  const isFirst = (await birthOf(client, inUse)) === undefined;
  const swap = isFirst
    ? { indexes: [aside, inUse], rename: true }
    : { indexes: [inUse, aside], rename: false };
  await settled(client, client.swapIndexes([swap as IndexSwap]));
}
