import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { openThread } from '@/lib/forum/writing/open-thread';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { findAll } from '@/lib/testing/search';
import { createWorld, type World } from '@/lib/testing/world';
import { listRelatedThreads } from './list-related-threads';
import { listSimilarThreads } from './list-similar-threads';

const { db } = await testDatabase();
const at = (actor: Actor): Context => ({ db, actor, now: new Date('2026-09-10T09:00:00Z') });
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
  const { olga } = world.actors;
  const open = (title: string, areas: string[]) =>
    openThread(at(olga), { title, areas, body: paragraphs('Testo') });
  await open('Idoneità alloggiativa per minori', ['operatori']);
  await open('Idoneità alloggiativa: chi la rilascia?', ['novita']);
  await open('Riunione di settembre', ['operatori']);
  await findAll(db);
});

const titles = async (actor: Actor, title: string) =>
  (await listSimilarThreads(at(actor), title)).map((thread) => thread.title);

test('titles that share words are found, the most alike first, whatever the form of the words', async () => {
  expect(await titles(world.actors.rita, 'le idoneità alloggiative dei minori')).toEqual([
    'Idoneità alloggiativa per minori',
    'Idoneità alloggiativa: chi la rilascia?',
  ]);
});

test('what one may not read is not shown', async () => {
  expect(await titles(anonymous, 'idoneità')).toEqual(['Idoneità alloggiativa: chi la rilascia?']);
});

test.each(['', 'di', 'il la lo di', "'; drop", '!!! & | ()'])(
  'a title without words finds nothing: %j',
  async (title) => {
    expect(await titles(world.actors.rita, title)).toEqual([]);
  },
);

test('related threads are like the one that is read, which is not among them', async () => {
  const ctx = at(world.actors.rita);
  const [first, second] = await listSimilarThreads(ctx, 'idoneità alloggiativa');
  expect((await listRelatedThreads(ctx, first?.id ?? '')).map(({ id }) => id)).toEqual([second?.id]);
});
