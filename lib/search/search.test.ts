import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { attachment, file, fileText, post } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { highlightMarks } from '@/lib/forum/model';
import type { SearchServer } from '@/lib/platform/search/connection';
import { searchSwitch } from '@/lib/platform/search/search-engine';
import { testDatabase } from '@/lib/testing/database';
import { testSearchServer } from '@/lib/testing/search';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { rebuildSearch } from './keeping/rebuild-search';
import { type Hit, searchInput } from './model';
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
  const { rita, matteo, piero, olga } = world.actors;
  const { operatori, comuni, scelti, novita } = world.areas;
  const alloggio = await plantThread(db, {
    ...{
      areas: [operatori],
      title: "Idoneità dell'alloggio per minori",
      author: matteo,
      tags: ['ricongiungimento'],
    },
    posts: [
      { author: matteo, text: 'Un figlio di 13 anni: basta il modulo S2?' },
      { author: rita, text: 'L’art. 29 TUI dice di sì, e la circ. 7170 lo conferma.' },
      { author: rita, text: 'Non si può rifiutare al bancone: il permesso di soggiorno è valido.' },
    ],
    solvedBy: 2,
  });
  const [last] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, alloggio.id)).limit(1);
  await plantFile('volantino_arabo.pdf', last?.id ?? '');
  await plantThread(db, {
    ...{ areas: [comuni], title: 'Codice fiscale provvisorio', author: piero },
    posts: [
      { author: piero, text: 'Il PdS del neonato, d.lgs. 25/08.', at: new Date('2019-05-02T08:00:00Z') },
    ],
  });
  await plantThread(db, { areas: [scelti], title: 'Tavolo con la prefettura', author: piero });
  await plantThread(db, {
    areas: [novita],
    title: 'Orari estivi degli sportelli',
    author: olga,
    isQuestion: false,
  });
  await rebuildSearch(system, server);
});

async function plantFile(name: string, postId: string): Promise<void> {
  const sha256 = 'c'.repeat(64);
  await db.insert(file).values({ sha256, size: 10, mediaType: 'application/pdf', textState: 'read' });
  await db
    .insert(fileText)
    .values({ sha256, part: 0, text: 'Avviso ai titolari di tessera sanitaria europea' });
  await db.insert(attachment).values({ id: newId(), postId, position: 0, sha256, name });
}

const said = (hit: Hit) => (hit.kind === 'thread' ? `${hit.title} #${hit.postNumber}` : hit.title);
const alloggio = "Idoneità dell'alloggio per minori";

describe.each<[string, SearchServer | undefined]>([
  ['Meilisearch', server],
  ['PostgreSQL', undefined],
])('%s', (_name, at) => {
  const { ask } = searchSwitch(at);
  const search = (actor: Actor, q: string, choices: Record<string, unknown> = {}) =>
    searchEverything({ ...system, actor }, searchInput.parse({ q, ...choices }), ask);
  const titles = async (q: string, actor: Actor = world.actors.rita) =>
    (await search(actor, q)).hits.map(said);

  test.each([
    ['idoneita alloggi', `${alloggio} #1`],
    ["dell'alloggio", `${alloggio} #1`],
    ['art 29 tui', `${alloggio} #2`],
    ['testo unico immigrazione', `${alloggio} #2`],
    ['circolare 7170', `${alloggio} #2`],
    ['modulo s2', `${alloggio} #1`],
    ['pds valido', `${alloggio} #3`],
    ['permesso di soggiorno neonato', 'Codice fiscale provvisorio #1'],
    ['dlgs 25/2008', 'Codice fiscale provvisorio #1'],
    ['codice fisacle', 'Codice fiscale provvisorio #1'],
    ['"non si può"', `${alloggio} #3`],
    ['ricongiungimenti', `${alloggio} #1`],
    ['tessera sanitaria', `${alloggio} #1`],
    ['allegato:arabo', `${alloggio} #1`],
    ['segrate', 'Comune di Segrate'],
    ['ventura', 'Olga Ventura'],
  ])('%s leads to %s', async (q, expected) => {
    expect((await titles(q))[0]).toBe(expected);
  });

  test.each([
    ['"si può non"', []],
    ['idoneità -alloggi', []],
    ['zzzz', []],
    ['', []],
    ['autore:massa', ['Tavolo con la prefettura #1', 'Codice fiscale provvisorio #1', 'Piero Massa']],
    ['ente:prefettura al:2020', ['Codice fiscale provvisorio #1']],
    ['dal:2026-09-07 area:novita', ['Orari estivi degli sportelli #1']],
    ['area:nessuna idoneità', []],
  ])('%s finds %j', async (q, expected) => {
    expect((await titles(q)).toSorted()).toEqual(expected.toSorted());
  });

  test('a hit shows the passage with the words marked, and the file it stands in', async () => {
    const { hits, reduced } = await search(world.actors.rita, 'circolari');
    expect(hits[0]).toMatchObject({
      kind: 'thread',
      postNumber: 2,
      author: { name: 'Rita Sala' },
      solved: true,
      file: null,
    });
    expect(hits[0]).toHaveProperty(
      'passage',
      expect.stringContaining(`${highlightMarks.start}circ${highlightMarks.end}`),
    );
    expect((await search(world.actors.rita, 'europea')).hits[0]).toMatchObject({
      file: 'volantino_arabo.pdf',
    });
    expect(reduced).toBe(at === undefined);
  });

  test('facets count what was found, and a choice narrows it to that', async () => {
    const { facets, total } = await search(world.actors.rita, 'anni provvisorio sportelli');
    expect(total).toBe(3);
    expect(facets.areas.map(({ value, count }) => [value, count])).toEqual([
      ['novita', 1],
      ['operatori', 1],
      ['comuni', 1],
    ]);
    expect(facets.years).toEqual([
      { value: '2026', name: '2026', count: 2 },
      { value: '2019', name: '2019', count: 1 },
    ]);
    expect(facets.answered).toEqual([
      { value: 'con', name: 'con', count: 1 },
      { value: 'senza', name: 'senza', count: 1 },
    ]);
    const narrowed = (choice: Record<string, unknown>) =>
      search(world.actors.rita, 'anni provvisorio sportelli', choice).then(({ hits }) => hits.map(said));
    expect(await narrowed({ anno: '2019' })).toEqual(['Codice fiscale provvisorio #1']);
    expect(await narrowed({ risposta: 'con' })).toEqual([`${alloggio} #1`]);
    expect(await narrowed({ area: 'novita' })).toEqual(['Orari estivi degli sportelli #1']);
    expect(await narrowed({ tipo: 'enti' })).toEqual([]);
  });

  test('suggestions begin like what is typed: threads once, organisations, persons', async () => {
    const offered = async (q: string, actor: Actor = world.actors.rita) =>
      (await suggest({ ...system, actor }, q, ask)).map(({ title }) => title);
    expect(await offered('idon')).toEqual([alloggio]);
    expect(await offered('comune di se')).toEqual(['Comune di Segrate']);
    expect(await offered('olga ven')).toEqual(['Olga Ventura']);
    expect(await offered('olga ven', anonymous)).toEqual([]);
    expect(await offered('i')).toEqual([]);
  });

  test.each([
    'parola '.repeat(1_500),
    '"'.repeat(9_999),
    'un "virgoletta aperta',
    'pippo:pluto',
    "'; drop table search_document; --",
    'x") OR readers EXISTS OR ("',
    'readers IN ["public"] AND kind = "post"',
    'a & b | !c <-> d:* \\',
    'ente:"] OR kind EXISTS" x',
    'area:%_\\ autore:%',
    'dal:9999-99-99 al:x',
    '\u0000\uFFFF\uD800 emoji 🙂',
    '-',
    '-a -b',
  ])('%j is words, never a failure', async (q) => {
    await expect(search(world.actors.rita, q)).resolves.toHaveProperty('hits');
    await expect(suggest({ ...system, actor: world.actors.rita }, q, ask)).resolves.toBeInstanceOf(Array);
  });
});
