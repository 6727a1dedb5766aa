import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { post } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld } from '@/lib/testing/world';
import { hidePost } from '../removals/hide-post';
import { contributionAddress, contributionKindOf, contributionQuery } from './model';
import { countContributions, findContributor, listContributions } from './queries';

const { db } = await testDatabase();
const world = await createWorld(db);
const { rita, matteo, piero, olga, elena, ada } = world.actors;
const { operatori, scelti, novita } = world.areas;
const at = (actor: Actor): Context => ({ db, actor, now: new Date('2026-09-20T09:00:00Z') });
const day = (date: number) => new Date(Date.UTC(2026, 8, date));
const organizationId = world.organizations.segrate;

const plant = (title: string, areas: string[], posts: [Actor & { kind: 'member' }, number][]) =>
  plantThread(db, {
    ...{ areas, title, author: posts[0]?.[0] ?? rita },
    posts: posts.map(([author, date]) => ({ author, text: title, at: day(date) })),
  });

await plant(
  'Chiesta da Segrate',
  [operatori],
  [
    [rita, 1],
    [piero, 2],
  ],
);
await plant(
  'Chiesta e ripresa',
  [operatori],
  [
    [matteo, 3],
    [rita, 4],
  ],
);
await plant(
  'Risposta di Segrate',
  [operatori],
  [
    [piero, 5],
    [matteo, 6],
  ],
);
const hidden = await plant(
  'Risposta nascosta',
  [operatori],
  [
    [piero, 7],
    [matteo, 8],
  ],
);
await plant(
  'Al tavolo',
  [scelti],
  [
    [piero, 9],
    [rita, 10],
  ],
);
await plant(
  'In pubblico',
  [novita],
  [
    [olga, 11],
    [rita, 12],
  ],
);
await plant('Di altri', [operatori], [[piero, 13]]);
const [, second] = await db
  .select({ id: post.id })
  .from(post)
  .where(eq(post.threadId, hidden.id))
  .orderBy(post.number);
await hidePost(at(olga), { postId: second?.id, reason: 'Per prova' });

test.each([
  ['a commune of the network', elena, { all: 4, asked: 2, answered: 2 }],
  ['one of the table', piero, { all: 5, asked: 2, answered: 3 }],
  ['the public', anonymous, { all: 1, asked: 0, answered: 1 }],
  ['the technical administrator', ada, { all: 1, asked: 0, answered: 1 }],
])('what %s finds of an organisation', async (_, actor, expected) => {
  expect(await countContributions(at(actor), organizationId)).toEqual(expected);
});

test.each([
  ['all', ['In pubblico', 'Risposta di Segrate', 'Chiesta e ripresa', 'Chiesta da Segrate']],
  ['asked', ['Chiesta e ripresa', 'Chiesta da Segrate']],
  ['answered', ['In pubblico', 'Risposta di Segrate']],
] as const)('%s, last written to first', async (kind, expected) => {
  const rows = await listContributions(at(elena), { organizationId, kind, page: 1 });
  expect(rows.map(({ title }) => title)).toEqual(expected);
});

test('comes in pages', async () => {
  const wish = { organizationId, kind: 'all' as const, page: 2, perPage: 3 };
  expect((await listContributions(at(elena), wish)).map(({ title }) => title)).toEqual([
    'Chiesta da Segrate',
  ]);
});

test('an organisation is found by its name in the address', async () => {
  expect(await findContributor(at(anonymous), 'Segrate')).toMatchObject({ name: 'Comune di Segrate' });
  await expect(findContributor(at(anonymous), 'boh')).rejects.toMatchObject({ code: 'not-found' });
});

test('addresses and their words', () => {
  expect(contributionAddress('segrate')).toBe('/forum/enti/segrate');
  expect(contributionAddress('segrate', 'answered', 2)).toBe('/forum/enti/segrate?filtro=risposte&pagina=2');
  expect(contributionQuery.parse({ filtro: 'boh', pagina: '-1' })).toEqual({ filtro: 'tutte', pagina: 1 });
  expect(['chieste', 'risposte', 'tutte'].map(contributionKindOf)).toEqual(['asked', 'answered', 'all']);
});
