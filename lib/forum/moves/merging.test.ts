import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { post, postMove, thread } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { markAnswer } from '../answers/mark-answer';
import { followThread } from '../following/follow-thread';
import { muteThread } from '../following/mute-thread';
import { markRead } from '../mark-read';
import { listEvents } from '../moderation/queries';
import { findThread, listPosts } from '../posts/queries';
import { listThreads } from '../queries';
import { postReply } from '../writing/post-reply';
import { mergeThreads } from './merge-threads';
import { findPlaceNow, findThreadNow, listMoved } from './queries';
import { splitThread } from './split-thread';

const { db, url } = await testDatabase();
const at = (actor: Actor): Context => ({ db, actor, now: new Date('2026-09-20T09:00:00Z') });
const reason = 'Sono due argomenti';
let world: World;
let old: Awaited<ReturnType<typeof plantThread>>;

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(async () => {
  const { rita, matteo, piero } = world.actors;
  old = await plantThread(db, {
    areas: [world.areas.operatori],
    title: 'Alloggio e tasse',
    author: matteo,
    tags: ['alloggio'],
    posts: [
      { text: 'Prima domanda' },
      { author: rita, text: 'Sulla casa' },
      { author: piero, text: 'Quanto costa il bollettino' },
      { author: rita, text: 'Ancora sulla casa' },
      { author: matteo, text: 'Costa quaranta euro' },
    ],
  });
});

async function idsOf(threadId: string): Promise<string[]> {
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(post.number);
  return rows.map(({ id }) => id);
}

const findOld = (actor: Actor = world.actors.rita) => findThread(at(actor), old.number);
const texts = async (threadId: string) =>
  (await listPosts(at(world.actors.rita), threadId, 1)).map(({ number, html }) => [
    number,
    html.replace(/<[^>]+>/g, ''),
  ]);

let other: Awaited<ReturnType<typeof plantThread>>;

beforeEach(async () => {
  other = await plantThread(db, {
    areas: [world.areas.operatori],
    title: 'Bollettino, quanto costa',
    author: world.actors.rita,
    tags: ['Alloggio', 'tasse'],
    posts: [
      { text: 'Quanto costa davvero', at: new Date('2026-09-09T10:00:00Z') },
      { author: world.actors.piero, text: 'Arrivata tardi', at: new Date('2026-09-09T09:00:00Z') },
    ],
  });
});

const merge = (more: object = {}) =>
  mergeThreads(at(world.actors.olga), { threadId: other.id, into: old.id, reason, ...more });

test('appends the posts in the order of time, and unites tags', async () => {
  await merge();
  expect((await texts(old.id)).slice(5)).toEqual([
    [6, 'Arrivata tardi'],
    [7, 'Quanto costa davvero'],
  ]);
  const merged = await findOld();
  expect(merged).toMatchObject({
    posts: 7,
    answers: 6,
    lastPostBy: 'Rita Sala',
    tags: ['alloggio', 'tasse'],
  });
  expect(merged.lastPostAt).toEqual(new Date('2026-09-09T10:00:00Z'));
});

test('leads from every old address to the post, and the thread is in no list', async () => {
  const rita = at(world.actors.rita);
  await merge();
  await expect(findThread(rita, other.number)).rejects.toMatchObject({
    code: 'gone',
    reason: 'thread-merged',
  });
  expect(await findPlaceNow(rita, other.number, 1)).toMatchObject({ number: old.number, post: 7 });
  expect(await findPlaceNow(rita, other.number, 2)).toMatchObject({ number: old.number, post: 6 });
  expect(await findPlaceNow(rita, other.number, 99)).toMatchObject({ number: old.number, post: 1 });
  expect(await findThreadNow(rita, other.id)).toBe(old.id);
  const rows = await listThreads(rita, { areaId: world.areas.operatori, filter: 'all', page: 1 });
  expect(rows.map(({ id }) => id)).not.toContain(other.id);
  const reply = postReply(rita, { threadId: other.id, body: paragraphs('Tardi') });
  await expect(reply).rejects.toMatchObject({ reason: 'thread-merged' });
  await expect(merge()).rejects.toMatchObject({ reason: 'thread-merged' });
});

test('addresses hold when what was merged into is merged on', async () => {
  const rita = at(world.actors.rita);
  const third = await plantThread(db, {
    areas: [world.areas.operatori],
    title: 'Terza',
    author: world.actors.rita,
  });
  await merge();
  await mergeThreads(at(world.actors.olga), { threadId: old.id, into: third.id, reason });
  expect(await findThreadNow(rita, other.id)).toBe(third.id);
  expect(await findPlaceNow(rita, other.number, 1)).toMatchObject({ number: third.number, post: 8 });
  await db.delete(postMove).where(eq(postMove.threadId, other.id));
  expect(await findThreadNow(rita, other.id)).toBe(third.id);
});

test('stands in the thread with author and reason; what was done to posts comes along', async () => {
  const [, late = ''] = await idsOf(other.id);
  await markAnswer(at(world.actors.rita), { postId: late });
  await merge();
  expect(await listEvents(at(world.actors.elena), old.id)).toMatchObject([
    { kind: 'answer', afterNumber: 6, detail: { post: 6 } },
    { kind: 'merge', afterNumber: 5, reason, detail: { title: 'Bollettino, quanto costa', posts: 2 } },
  ]);
  expect(await findOld()).toMatchObject({ solvedBy: { number: 6 } });
});

test('who had read both has read the one; beyond that as far as nothing unread comes', async () => {
  const { rita, matteo, piero, elena } = world.actors;
  for (const [actor, here, there] of [
    [rita, 5, 2],
    [matteo, 5, 1],
    [piero, 2, 2],
  ] as const) {
    await markRead(at(actor), { threadId: old.id, number: here });
    await markRead(at(actor), { threadId: other.id, number: there });
  }
  await followThread(at(elena), { threadId: other.id });
  await muteThread(at(piero), { threadId: other.id });
  await merge();
  const [ritas, matteos, pieros, elenas] = await Promise.all([rita, matteo, piero, elena].map(findOld));
  expect([ritas, matteos, pieros].map((one) => one?.readUpTo)).toEqual([7, 5, 2]);
  expect([elenas, pieros].map((one) => one?.follow)).toEqual(['following', null]);
});

test('undoes a split: posts take their former numbers again', async () => {
  const part = { threadId: old.id, reason, title: 'Il bollettino', areas: ['operatori'], posts: [3, 5] };
  const id = await splitThread(at(world.actors.olga), part);
  await mergeThreads(at(world.actors.olga), { threadId: id, into: old.id, reason });
  expect((await texts(old.id)).map(([number]) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(await listMoved(at(world.actors.rita), old.id, 1)).toEqual([]);
  expect(await findOld()).toMatchObject({ posts: 5, answers: 4 });
  expect(await findThreadNow(at(world.actors.rita), id)).toBe(old.id);
});

test('a wider audience is a thing to confirm, and a thread with an unseen area stays', async () => {
  const { rita, olga } = world.actors;
  const communes = await plantThread(db, {
    areas: [world.areas.comuni],
    title: 'Fra Comuni',
    author: rita,
  });
  const into = { threadId: communes.id, into: old.id, reason };
  await expect(mergeThreads(at(olga), into)).rejects.toMatchObject({ reason: 'audience-wider' });
  await mergeThreads(at(olga), { ...into, widen: true });
  expect((await findOld()).posts).toBe(6);
  const hidden = await plantThread(db, {
    ...{ areas: [world.areas.comuni, world.areas.scelti], title: 'Anche al tavolo', author: rita },
  });
  const unseen = mergeThreads(at(olga), { threadId: hidden.id, into: old.id, reason, widen: true });
  await expect(unseen).rejects.toMatchObject({ reason: 'stands-elsewhere' });
});

test('with itself is refused', async () => {
  await expect(merge({ into: other.id })).rejects.toMatchObject({ reason: 'merge-with-itself' });
});

test('two moderators who merge crosswise at once do not wait for each other', async () => {
  const crowd = connect(url, 4);
  const olga = { ...at(world.actors.olga), db: crowd.db };
  const results = await Promise.allSettled([
    mergeThreads(olga, { threadId: other.id, into: old.id, reason }),
    mergeThreads(olga, { threadId: old.id, into: other.id, reason }),
  ]);
  await crowd.close();
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused?.reason).toMatchObject({ reason: 'thread-merged' });
  const counts = await db.select({ posts: thread.postCount }).from(thread).where(eq(thread.id, old.id));
  expect([0, 7]).toContain(counts[0]?.posts);
});
