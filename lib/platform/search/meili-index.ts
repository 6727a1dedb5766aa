// The index in Meilisearch: how it is made, fed and exchanged for another.
import { getTableColumns } from 'drizzle-orm';
import type { EnqueuedTask, Index, Meilisearch, Settings } from 'meilisearch';
import { searchDocument } from '@/db/schema';

const waiting = { timeout: 120_000, interval: 20 };

/**
 * Questions come stemmed and corrected, so that typing errors are forgiven only in the names people type for suggestions.
 * Nothing is a stop word here: a quoted phrase needs them all.
 */
const settings: Settings = {
  searchableAttributes: ['stems', 'words', 'name'],
  filterableAttributes: [
    ...['readers', 'kind', 'areas', 'organization', 'personId', 'subjectId', 'groupId'],
    ...['year', 'answered', 'at'],
  ],
  sortableAttributes: ['at'],
  rankingRules: ['words', 'typo', 'attribute', 'sort', 'at:desc'],
  proximityPrecision: 'byAttribute',
  typoTolerance: { disableOnAttributes: ['stems', 'words'], disableOnNumbers: true },
  pagination: { maxTotalHits: 1000 },
};

const { stemVector, wordVector, nameVector, digest, ...columns } = getTableColumns(searchDocument);
/** What of a row the index is made from: not what PostgreSQL searches by. */
export const indexedColumns = columns;
export type DocumentRow = Omit<
  typeof searchDocument.$inferSelect,
  'stemVector' | 'wordVector' | 'nameVector' | 'digest'
>;

/** A row as the index holds it. `name` is what can be suggested. */
export function indexed(row: DocumentRow) {
  const { id, kind, groupId, subjectId, version, title, stems, words, readers, areas } = row;
  const { personId, organization, year, answered, at } = row;
  return {
    ...{ id, kind, groupId, subjectId, version, title, stems, words, readers, areas },
    ...{ personId, organization, year, answered, at: at.getTime() },
    length: stems.length,
    name: words.startsWith('\n') ? '' : title,
  };
}

/** Characters in one request: the server takes no more than 100 MB, and a character may be some bytes. */
const mostPerRequest = 5_000_000;

/** @returns the rows in their order, in batches that the server takes; a single row is never cut */
export function batchesOf<T extends Pick<DocumentRow, 'stems' | 'words'>>(rows: readonly T[]): T[][] {
  const batches: T[][] = [];
  let room = 0;
  for (const row of rows) {
    const length = row.stems.length + row.words.length;
    const last = batches.at(-1);
    if (last && length <= room) last.push(row);
    else batches.push([row]);
    room = (last && length <= room ? room : mostPerRequest) - length;
  }
  return batches;
}

/** Gives the index these rows, whatever stood under their ids. */
export async function addRows(
  index: Index,
  rows: readonly DocumentRow[],
  client: Meilisearch,
): Promise<void> {
  for (const batch of batchesOf(rows)) await settled(client, index.addDocuments(batch.map(indexed)));
}

/** Until the server has done it. @throws when it could not */
export async function settled(client: Meilisearch, task: Promise<EnqueuedTask>): Promise<void> {
  const done = await client.tasks.waitForTask((await task).taskUid, waiting);
  if (done.status !== 'succeeded') throw new Error(`Meilisearch: ${done.error?.message ?? done.status}`);
}

/** Makes an empty index, whatever stood under the name before. */
export async function makeIndex(client: Meilisearch, name: string): Promise<Index> {
  await client.deleteIndexIfExists(name);
  await settled(client, client.createIndex(name, { primaryKey: 'id' }));
  const index = client.index(name);
  await settled(client, index.updateSettings(settings));
  return index;
}

/** When the index was made: another one under the same name is another index. @returns undefined without one */
export async function birthOf(client: Meilisearch, name: string): Promise<string | undefined> {
  const { results } = await client.getRawIndexes({ limit: 1000 });
  return results.find(({ uid }) => uid === name)?.createdAt;
}
