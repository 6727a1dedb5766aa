import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchServer } from '@/lib/platform/search/connection';
import { searchSwitch } from '@/lib/platform/search/search-engine';
import { testDatabase } from '@/lib/testing/database';
import { testSearchServer } from '@/lib/testing/search';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { rebuildSearch } from './keeping/rebuild-search';
import { listSimilarThreads } from './list-similar-threads';
import { searchInput } from './model';
import { searchEverything } from './search-everything';
import { suggest } from './suggest';

const { db } = await testDatabase();
const server = testSearchServer();
const system = {
  db,
  actor: { kind: 'system', name: 'worker' } as const,
  now: new Date('2026-09-10T09:00:00Z'),
};
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
  await plantThread(db, {
    ...{ areas: [world.areas.operatori], title: 'Idoneità alloggiativa', author: world.actors.matteo },
    posts: [{ text: 'Di chi è la firma per con di' }, { text: 'Serve il modulo S2, sì 👍' }],
  });
  await rebuildSearch(system, server);
});

const found = ['Idoneità alloggiativa'];
const many = (part: string, length = 10_000) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** What stands in the box, and what it finds: the words in it, or nothing. */
const questions: [string, string, string[]][] = [
  ['10,000 letters without a blank', many('a'), []],
  ['10,000 letters in a phrase', `"${many('a', 9_998)}"`, []],
  ['10,000 letters left out', `idoneità -${many('a', 9_980)}`, found],
  ['10,000 letters of a name', `autore:${many('a', 9_980)} idoneità`, []],
  ['10,000 characters of words', many('idoneità alloggi modulo '), found],
  ['10,000 characters of unknown words', many('abcde fghil mnopq rstuv zabcd '), []],
  ['thousands of phrases', many('"a b" "c d" '), []],
  ['thousands of phrases that stand there', many('"modulo S2" '), found],
  ['thousands of words left out', `idoneità ${many('-a -b -c ', 9_980)}`, found],
  ['hundreds of conditions', Array.from({ length: 600 }, (_, n) => `autore:a${n}`).join(' '), []],
  ['hundreds of conditions that hold', many('autore:riva ', 9_996), [...found, 'Matteo Riva']],
  ['a quotation mark without its second', '"idoneità alloggiativa', found],
  ['three quotation marks', '"modulo S2" "serve', found],
  ['nothing but quotation marks', '""""""', []],
  ['an unknown prefix', 'tipo:idoneità', found],
  ['a prefix without a value', 'autore: ente: idoneità', found],
  ['a date that is none', 'dal:32/13/2026 idoneità', found],
  ['a year out of reach', 'dal:99999 al:0000 idoneità', found],
  ['SQL', "idoneità'; drop table post; --", found],
  ['SQL in a condition', `ente:"' or 1=1 --" idoneità`, []],
  ['tsquery', 'idoneità & !alloggi | (modulo:* <-> x)', found],
  ['half a tsquery', "idoneità:* & ( | '", found],
  ['a filter of Meilisearch', 'readers IN ["public"] OR kind = post idoneità', []],
  ['a filter in a condition', 'ente:"x\\" OR readers EXISTS" idoneità', []],
  ['LIKE', 'autore:%_\\ idoneità', found],
  ['zero characters', '\0idoneità\0 \0', found],
  ['a zero character in a condition', 'autore:"\0riva" idoneità', found],
  ['half a surrogate', '\ud83d idoneità \udc4d', found],
  ['only punctuation', '!?.,;:()[]{}<>/\\|@#$%^&*+=~`', []],
  ['only minus signs', '- -- --- -"" -', []],
  ['only words that bind', 'di per con', []],
  ['only words that bind, as they stand', 'per con di', found],
  ['nothing but what is left out', '-idoneità', []],
  ['emoji', '👍 idoneità 🏠', found],
  ['nothing but emoji', '👍👩‍👩‍👧🏳️‍🌈', []],
  ['right to left', '\u202Eשלום\u202C إقامة', []],
  ['marks on marks', `i${'\u0301'.repeat(5_000)}doneità`, found],
  ['no characters one sees', '\u200B\u200E\uFEFF\u00A0\u2028', []],
  ['control characters', '\u0001\u001B[31midoneità\u007F', found],
];

describe.each<[string, SearchServer | undefined]>([
  ['Meilisearch', server],
  ['PostgreSQL', undefined],
])('%s', (_name, at) => {
  const { ask } = searchSwitch(at);
  const search = (input: Record<string, unknown>) =>
    searchEverything({ ...system, actor: world.actors.rita }, searchInput.parse(input), ask);

  test.each(questions)('%s', async (_what, q, expected) => {
    const { hits, total, reduced } = await search({ q });
    expect(hits.map(({ title }) => title).toSorted()).toEqual(expected);
    expect(total).toBe(expected.length);
    if (at) expect(reduced).toBe(false);
    const ctx = { ...system, actor: world.actors.rita };
    expect(Array.isArray(await suggest(ctx, q, ask))).toBe(true);
    expect(Array.isArray(await listSimilarThreads(ctx, q, undefined, ask))).toBe(true);
  });

  const choices = [
    '\0',
    '\ud83d',
    '"] OR readers EXISTS',
    "' or 1=1 --",
    'a'.repeat(5_000),
    '%',
    ['x', 'y'],
    '-1',
  ];
  test.each(
    ['tipo', 'area', 'ente', 'anno', 'risposta', 'pagina'].flatMap((name) =>
      choices.map((value) => [name, JSON.stringify(value).slice(0, 30), value] as const),
    ),
  )('the choice %s=%s', async (name, _said, value) => {
    const { hits, reduced } = await search({ q: 'idoneità', [name]: value });
    expect(hits.length).toBeLessThanOrEqual(1);
    expect(reduced).toBe(at === undefined);
  });

  test.each([undefined, null, 5, ['idoneità'], { a: 1 }])('%j is no question', async (q) => {
    expect(await search({ q })).toMatchObject({ hits: [], total: 0 });
  });
});
