// Keeps the documents of the house: one table that is searched when the search server is away and from which it is fed.
import { createHash } from 'node:crypto';
import { and, inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { searchDocument } from '@/db/schema';
import { yearIn } from '@/lib/core/time';
import { splitWords } from '@/lib/text/words/split-words';
import { stemsOfWords } from '@/lib/text/words/stems-of';
import { fieldOrder, type SearchDocument } from './document';

/** Longer texts are cut: what they are about has been said by then. */
const longestText = 250_000;
const perStatement = 1_000;

/**
 * Whoever changes the documents of some scopes waits for whoever does so already, and reads what it makes them from only
 * then: documents are as new as the last change, however many reactions run at once. Holds until the transaction ends.
 * @param scopes such as the ids of posts; in one order, so that two transactions never wait for each other
 */
export async function holdDocuments(tx: Database, ...scopes: readonly string[]): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtext('search'))`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search'), held.key) from (
    select distinct hashtext(scope) as key from unnest(${sql.param([...scopes])}::text[]) as scope order by 1) held`);
}

/** As `holdDocuments` for every scope at once. */
export async function holdAllDocuments(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search'))`);
}

/**
 * Makes the documents of some subjects these and no others; what is the same already is left alone. To be called under
 * `holdDocuments`, in the transaction that read what the documents are made of.
 * @param words whether new words become known at once, or whoever calls counts all of them in the end
 * @param subjects ids whose documents are given whole: those not given again are taken away
 * @returns how many documents changed
 */
export async function keepDocuments(
  tx: Database,
  subjects: readonly string[],
  documents: readonly SearchDocument[],
  words: 'note-words' | 'count-later' = 'note-words',
): Promise<number> {
  if (subjects.length === 0) return 0;
  const gone = await tx
    .delete(searchDocument)
    .where(and(inArray(searchDocument.subjectId, [...subjects]), notAmong(documents)))
    .returning({ id: searchDocument.id });
  const written = await write(tx, documents);
  if (written.length > 0 && words === 'note-words') await noteWords(tx, written);
  const changed = [...gone, ...written].map(({ id }) => id);
  if (changed.length > 0) await noteWaiting(tx, changed);
  return changed.length;
}

function notAmong(documents: readonly SearchDocument[]): SQL {
  const ids = sql.param(documents.map(({ id }) => id));
  return sql`${searchDocument.id} <> all(${ids}::text[])`;
}

type Row = Omit<typeof searchDocument.$inferInsert, 'version'>;

/** A statement takes 65,535 values: a few posts may have the parts of many files. */
async function write(tx: Database, documents: readonly SearchDocument[]): Promise<{ id: string }[]> {
  const written: { id: string }[] = [];
  for (let from = 0; from < documents.length; from += perStatement) {
    written.push(...(await writeSome(tx, documents.slice(from, from + perStatement))));
  }
  return written;
}

function writeSome(tx: Database, documents: readonly SearchDocument[]): Promise<{ id: string }[]> {
  return tx
    .insert(searchDocument)
    .values(documents.map(rowOf))
    .onConflictDoUpdate({
      target: searchDocument.id,
      set: { ...overwritten, version: sql`nextval('search_document_version_seq')` },
      setWhere: sql`${searchDocument.digest} <> excluded.digest`,
    })
    .returning({ id: searchDocument.id });
}

const changing = {
  kind: 'kind',
  groupId: 'group_id',
  subjectId: 'subject_id',
  digest: 'digest',
  title: 'title',
  stems: 'stems',
  words: 'words',
  readers: 'readers',
  areas: 'areas',
  personId: 'person_id',
  organization: 'organization',
  year: 'year',
  answered: 'answered',
  at: 'at',
} as const;
const overwritten = Object.fromEntries(
  Object.entries(changing).map(([key, column]) => [key, sql.raw(`excluded.${column}`)]),
);

/** A row of the table; the digest covers all that is kept. */
export function rowOf(document: SearchDocument): Row {
  const { id, kind, groupId, subjectId, title, at, leads } = document;
  const words = fieldOrder.map((field) => plainWords(document[field] ?? ''));
  const [titleWords = [], textWords = []] = words;
  const row = {
    ...{ id, kind, groupId, subjectId, title, at },
    stems: words.map((each) => stemsOfWords(each).join(' ')).join('\n'),
    words: `${leads ? titleWords.join(' ') : ''}\n${textWords.join(' ')}`,
    readers: [...document.readers].toSorted(),
    areas: [...(document.areas ?? [])].toSorted(),
    personId: document.personId ?? null,
    organization: document.organization ?? null,
    year: yearIn(at),
    answered: document.answered ?? null,
  };
  return { ...row, digest: createHash('sha256').update(JSON.stringify(row)).digest('hex') };
}

function plainWords(text: string): string[] {
  return splitWords(text.slice(0, longestText)).map(({ word }) => word);
}

/** Sorted, so that two transactions never wait for each other. */
async function noteWaiting(tx: Database, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`insert into search_waiting (document_id, version)
    select id, nextval('search_document_version_seq') from unnest(${sql.param([...ids])}::text[]) as id order by id
    on conflict (document_id) do update set version = excluded.version`);
}

/** New words are known at once, so that they can be found; how often they stand is counted later. */
async function noteWords(tx: Database, written: readonly { id: string }[]): Promise<void> {
  const ids = sql.param(written.map(({ id }) => id));
  await tx.execute(sql`insert into search_word (word, documents)
    select distinct unnest(tsvector_to_array(stem_vector)), 1 from search_document
    where id = any(${ids}::text[]) order by 1
    on conflict do nothing`);
}

/** Counts in how many documents each stem stands; a stem that stands nowhere any more is forgotten. */
export async function countWords(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`lock table search_word in exclusive mode`);
    await tx.execute(sql`with counted as materialized (
        select word, ndoc from ts_stat('select stem_vector from search_document')
        union all select '', count(*) from search_document
      ), forgotten as (
        delete from search_word where not exists (select from counted where counted.word = search_word.word)
      )
      insert into search_word (word, documents) select word, ndoc from counted
      on conflict (word) do update set documents = excluded.documents
      where search_word.documents <> excluded.documents`);
  });
}
