// Moving keeps what audiences promise, and what is done already is not noted again.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { findHeldThread } from '../find-held-thread';
import { listThreads } from '../queries';
import { moveThread } from './move-thread';
import { pinThread } from './pin-thread';
import { listEvents } from './queries';
import { retagThread } from './retag-thread';

const { db } = await testDatabase();
const at = (actor: Actor): Context => ({ db, actor, now: new Date('2026-09-10T09:00:00Z') });
const reason = 'Per tenere ordine';
let world: World;
let threadId: string;

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(async () => {
  const { matteo } = world.actors;
  const { comuni, scelti } = world.areas;
  threadId = (await plantThread(db, { areas: [comuni, scelti], title: 'Da spostare', author: matteo })).id;
});

const areasOf = async () =>
  (await findHeldThread(at(world.actors.olga), threadId)).areas.map(({ id }) => id).toSorted();

test('areas the mover may not read stay', async () => {
  await moveThread(at(world.actors.olga), { threadId, reason, areas: ['operatori'], widen: true });
  expect(await areasOf()).toEqual([world.areas.operatori, world.areas.scelti].toSorted());
});

test('more readers than before are a thing to confirm', async () => {
  const olga = at(world.actors.olga);
  const wider = { threadId, reason, areas: ['Novita'] };
  await expect(moveThread(olga, wider)).rejects.toMatchObject({ reason: 'audience-wider', field: 'areas' });
  await moveThread(olga, { ...wider, widen: true });
  expect(await areasOf()).toContain(world.areas.novita);
});

test('what is there already is not noted again, and one area named twice is one', async () => {
  const olga = at(world.actors.olga);
  for (const tags of [
    ['uno', 'due'],
    ['due', 'uno'],
    ['uno', 'due'],
  ]) {
    await retagThread(olga, { threadId, reason, tags });
  }
  await moveThread(olga, { threadId, reason, areas: ['comuni', 'Comuni'] });
  expect((await listEvents(olga, threadId)).map(({ kind }) => kind)).toEqual(['retag']);
});

test('a pinned thread stays on top of its areas, after moving too', async () => {
  const olga = at(world.actors.olga);
  await pinThread(olga, { threadId, reason });
  await moveThread(olga, { threadId, reason, areas: ['operatori'], widen: true });
  await plantThread(db, { areas: [world.areas.operatori], title: 'Più recente', author: world.actors.rita });
  const rows = await listThreads(olga, { areaId: world.areas.operatori, filter: 'all', page: 1 });
  expect(rows[0]?.title).toBe('Da spostare');
});
