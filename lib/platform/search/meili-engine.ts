// Searching in Meilisearch: it finds what may be meant, `rank` orders it.
import { Meilisearch } from 'meilisearch';
import type { SearchServer } from './connection';
import type { Candidate, Concept, Filter, SearchEngine, Suggestion, SuggestWanted, Wanted } from './query';

/** More words than this Meilisearch leaves out of a question. */
const mostWords = 10;
/** In how many ways a whole question is asked besides the first. */
const mostDepths = 2;
/** A form in no more documents than this is asked for by itself: all of them are looked at. */
const mostAlone = 200;
const mostRare = 8;
const mostShorter = 3;
/** Of all ways together: characters that are read and ranked. Posts are short; parts of attachments are twenty thousand. */
const mostRead = 3_000_000;
const retrieved = [
  ...['id', 'kind', 'groupId', 'subjectId', 'title', 'stems', 'areas'],
  ...['organization', 'year', 'answered', 'at'],
];

/** `deadline` in milliseconds; compressed answers cost more time than they save on one machine or in one room. */
export function meiliClient({ url, key }: SearchServer, deadline?: number): Meilisearch {
  return new Meilisearch({
    ...{ host: url, apiKey: key },
    ...(deadline ? { timeout: deadline } : {}),
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });
}

/** @param deadline milliseconds within which each answer must come */
export function meiliEngine(server: SearchServer, deadline: number): SearchEngine {
  const client = meiliClient(server, deadline);
  return {
    isWell: () => client.isHealthy(),
    find: (wanted) => find(client, server.index, wanted),
    suggest: (wanted) => suggest(client, server.index, wanted),
  };
}

type Light = { id: string; length?: number };
type Found = Candidate & { words?: string };

/** First which, then what they say: most of what several ways find is the same, and long texts are slow to carry. */
async function find(client: Meilisearch, indexUid: string, wanted: Wanted): Promise<Candidate[]> {
  const { phrases, without } = wanted;
  const filter = filterWords(wanted.filter);
  const { results } = await client.multiSearch<{ queries: [] }, Light>({
    queries: questions(wanted).map((q) => ({
      ...{ indexUid, q, filter, limit: wanted.limit, matchingStrategy: 'frequency' as const },
      attributesToSearchOn: phrases.length > 0 ? ['stems', 'words'] : ['stems'],
      attributesToRetrieve: ['id', 'length'],
    })) as never,
  });
  const ids = bestOf((results as { hits: Light[] }[]).map(({ hits }) => hits));
  if (ids.length === 0) return [];
  const fields = phrases.length > 0 ? [...retrieved, 'words'] : retrieved;
  const read = await client.index<Found>(indexUid).getDocuments({ ids, fields, limit: ids.length } as never);
  return (read.results as Found[])
    .filter(({ stems, words = '' }) => holds(phrases, words) && !without.some((each) => stands(each, stems)))
    .map(({ words, ...candidate }) => candidate);
}

/** The first of every way, then the second of every way, until there is enough to read. */
function bestOf(ways: readonly Light[][]): string[] {
  const chosen = new Set<string>();
  const deepest = Math.max(0, ...ways.map((hits) => hits.length));
  let length = 0;
  for (let depth = 0; depth < deepest; depth++) {
    const level = ways.flatMap((hits) => hits[depth] ?? []).filter(({ id }) => !chosen.has(id));
    for (const hit of level) chosen.add(hit.id);
    length += level.reduce((sum, hit) => sum + (hit.length ?? 0), 0);
    if (length >= mostRead) break;
  }
  return [...chosen];
}

function holds(phrases: Wanted['phrases'], words: string): boolean {
  return phrases.every((phrase) => stands(phrase, words));
}

/** Meilisearch compares letters more loosely than a quotation wants, and leaves out what stands last in a long question. */
function stands(phrase: readonly string[], words: string): boolean {
  return words.split('\n').some((line) => ` ${line} `.includes(` ${phrase.join(' ')} `));
}

/**
 * The same question in several ways: as a whole, with the other forms of its words, and each of its rare forms by itself,
 * since Meilisearch only ever leaves out the frequent words and `rank` wants to see whatever may be among the best.
 */
function questions({ concepts, phrases, without }: Wanted): string[] {
  const rarest = concepts.toSorted((one, other) => one.documents - other.documents);
  const deepest = Math.max(0, ...concepts.map(({ forms }) => forms.length - 1));
  const whole = Array.from({ length: Math.min(deepest, mostDepths) + 1 }, (_, depth) => said(rarest, depth));
  const rare = rarest
    .flatMap(({ forms }) => forms)
    .filter(({ documents }) => documents <= mostAlone)
    .toSorted((one, other) => one.documents - other.documents)
    .map(({ stems }) => stems.join(' '));
  const shorter = rarest.slice(1, -1).map((_, index) => said(rarest.slice(index + 1), 0));
  const always = [
    ...phrases.map((words) => `"${words.join(' ')}"`),
    ...without.map((stems) => `-"${stems.join(' ')}"`),
  ].join(' ');
  const alone = [...new Set(rare)].slice(0, mostRare);
  const all = new Set([...whole, ...alone, ...shorter.slice(0, mostShorter)]);
  return [...all].map((words) => `${words} ${always}`.trim());
}

/** Each concept in its form of this depth, or the deepest it has. */
function said(concepts: readonly Concept[], depth: number): string {
  const words = concepts.flatMap(({ forms }) => forms[Math.min(depth, forms.length - 1)]?.stems ?? []);
  return words.slice(0, mostWords).join(' ');
}

async function suggest(
  client: Meilisearch,
  index: string,
  { words, filter, limit }: SuggestWanted,
): Promise<Suggestion[]> {
  const { hits } = await client.index<Suggestion>(index).search(words.join(' '), {
    ...{ filter: filterWords(filter), limit, distinct: 'groupId', matchingStrategy: 'all' },
    attributesToSearchOn: ['name'],
    attributesToRetrieve: ['id', 'kind', 'subjectId'],
  });
  return hits;
}

/** Values are quoted, so that none is ever syntax. */
function filterWords(filter: Filter): string[] {
  const { readers, kinds, areas, organizations, persons, subjects, years } = filter;
  const { from, until, answered, withoutGroup } = filter;
  const among = { readers, kind: kinds, areas, organization: organizations, personId: persons };
  return [
    ...Object.entries({ ...among, subjectId: subjects, year: years }).flatMap(([name, values]) =>
      values ? [`${name} IN [${values.map((value) => JSON.stringify(String(value))).join(', ')}]`] : [],
    ),
    ...(answered === undefined ? [] : [`answered = ${answered}`]),
    ...(from ? [`at >= ${from.getTime()}`] : []),
    ...(until ? [`at < ${until.getTime()}`] : []),
    ...(withoutGroup ? [`groupId != ${JSON.stringify(withoutGroup)}`] : []),
  ];
}
