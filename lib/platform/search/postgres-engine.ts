// Searching in PostgreSQL alone: where there is no search server, or while it is down.
import { and, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { searchDocument } from '@/db/schema';
import type { Candidate, Concept, Filter, SearchEngine, SuggestWanted, Wanted } from './query';

/**
 * Words that stand in more documents than this open no search of their own beside rarer ones: they count where the rarer
 * ones stand, or where all stand together. It bounds what is looked at.
 */
const mostOpened = 4_000;

/** Every answer is as fresh as the database. */
export function postgresEngine(db: Database): SearchEngine {
  return {
    isWell: async () => true,
    find: async (wanted) => (await db.execute<Row>(findStatement(wanted))).map(toCandidate),
    suggest: async (wanted) => {
      const rows = await db.execute<SuggestionRow>(suggestStatement(wanted));
      return rows.map(({ id, kind, subject_id: subjectId }) => ({ id, kind, subjectId }));
    },
  };
}

type SuggestionRow = Record<string, unknown> & { id: string; kind: string; subject_id: string };

type Row = Record<string, unknown> &
  Omit<Candidate, 'groupId' | 'subjectId' | 'at'> & { group_id: string; subject_id: string; at: string };

function toCandidate({ group_id: groupId, subject_id: subjectId, at, ...row }: Row): Candidate {
  const { id, kind, title, stems, areas, organization, year, answered } = row;
  return {
    ...{ id, kind, groupId, subjectId, title, stems, areas, organization, year, answered },
    at: new Date(at).getTime(),
  };
}

/** Those that hold the most and the rarest of what is wanted, then the newest. */
function findStatement({ concepts, phrases, without, filter, limit }: Wanted): SQL {
  const opening = openingConcepts(concepts);
  const where = and(
    matches(filter),
    concepts.length > 0
      ? sql`${searchDocument.stemVector} @@ ${anyOf(concepts, opening)}::tsquery`
      : undefined,
    ...phrases.map((words) => sql`${searchDocument.wordVector} @@ ${phraseQuery(words)}::tsquery`),
    ...without.map((stems) => sql`not ${searchDocument.stemVector} @@ ${phraseQuery(stems)}::tsquery`),
  );
  return sql`select id, kind, group_id, subject_id, title, stems, areas, organization, year, answered, at
    from ${searchDocument} join (
      select ${searchDocument.id} as found, ${opening.length > 0 ? weightOf(concepts) : sql`0`} as weight
      from ${searchDocument} where ${where} order by weight desc, ${searchDocument.at} desc limit ${limit}
    ) best on best.found = id`;
}

function weightOf(concepts: readonly Concept[]): SQL {
  const parts = concepts.map(
    (concept) => sql`case when ${searchDocument.stemVector} @@ ${conceptQuery(concept)}::tsquery
      then ${1 / Math.log(2 + concept.documents)}::float8 else 0 end`,
  );
  return sql.join(parts, sql` + `);
}

/** The rarest, as many as lead to no more documents than can be looked at; a single one opens what it opens. */
function openingConcepts(concepts: readonly Concept[]): Concept[] {
  if (concepts.length < 2) return [];
  let opened = 0;
  return concepts
    .toSorted((one, other) => one.documents - other.documents)
    .filter(({ documents }) => {
      opened += documents;
      return opened <= mostOpened;
    });
}

function anyOf(concepts: readonly Concept[], opening: readonly Concept[]): string {
  return [`(${concepts.map(conceptQuery).join(' & ')})`, ...opening.map(conceptQuery)].join(' | ');
}

function conceptQuery({ forms }: Concept): string {
  return `(${forms.map(({ stems }) => stems.map(quote).join(' <-> ')).join(' | ')})`;
}

function phraseQuery(words: readonly string[]): string {
  return words.map(quote).join(' <-> ');
}

/** Folded words hold neither quotes nor backslashes; doubled all the same, so that no word is ever syntax. */
function quote(word: string): string {
  return `'${word.replace(/['\\]/g, '$&$&')}'`;
}

/** Titles that begin so, word by word; the last word may go on. */
function suggestStatement({ words, filter, limit }: SuggestWanted): SQL {
  const query = words
    .map((word, index) => (index === words.length - 1 ? `${quote(word)}:*` : quote(word)))
    .join(' & ');
  return sql`select id, kind, subject_id from ${searchDocument}
    where ${and(matches(filter), sql`${searchDocument.nameVector} @@ ${query}::tsquery`)}
    order by ${searchDocument.at} desc limit ${limit}`;
}

function matches(filter: Filter): SQL | undefined {
  const { readers, kinds, areas, organizations, persons, subjects, years } = filter;
  const { from, until, answered, withoutGroup } = filter;
  const among = (column: SQL, values: readonly (string | number)[] | undefined, type: SQL) =>
    values ? sql`${column} = any(${sql.param([...values])}::${type})` : undefined;
  return and(
    sql`${searchDocument.readers} && ${sql.param([...readers])}::text[]`,
    areas ? sql`${searchDocument.areas} && ${sql.param([...areas])}::text[]` : undefined,
    among(sql`${searchDocument.kind}`, kinds, sql`text[]`),
    among(sql`${searchDocument.organization}`, organizations, sql`text[]`),
    among(sql`${searchDocument.personId}`, persons, sql`uuid[]`),
    among(sql`${searchDocument.subjectId}`, subjects, sql`uuid[]`),
    among(sql`${searchDocument.year}`, years, sql`int[]`),
    answered === undefined ? undefined : sql`${searchDocument.answered} = ${answered}`,
    from ? sql`${searchDocument.at} >= ${from.toISOString()}::timestamptz` : undefined,
    until ? sql`${searchDocument.at} < ${until.toISOString()}::timestamptz` : undefined,
    withoutGroup ? sql`${searchDocument.groupId} <> ${withoutGroup}::uuid` : undefined,
  );
}
