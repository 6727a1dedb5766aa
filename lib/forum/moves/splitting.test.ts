import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { auditEntry, draft, notification, post } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { markAnswer } from '../answers/mark-answer';
import { followThread } from '../following/follow-thread';
import { muteThread } from '../following/mute-thread';
import { markRead } from '../mark-read';
import { listEvents } from '../moderation/queries';
import { findPostByMessageId, findThread, listPosts } from '../posts/queries';
import { listThreads } from '../queries';
import { postReply } from '../writing/post-reply';
import { findPlaceNow, findThreadById, listMoved } from './queries';
import { splitThread } from './split-thread';

const { db } = await testDatabase();
const at = (actor: Actor): Context => ({ db, actor, now: new Date('2026-09-20T09:00:00Z') });
const reason = 'Sono due argomenti';
let world: World;
let old: Awaited<ReturnType<typeof plantThread>>;
let ids: string[];

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
  ids = await idsOf(old.id);
});

async function idsOf(threadId: string): Promise<string[]> {
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(post.number);
  return rows.map(({ id }) => id);
}

const input = () => ({
  threadId: old.id,
  reason,
  title: 'Il bollettino',
  areas: ['operatori'],
  tags: ['tasse'],
  posts: [3, 5],
});

const split = (more: object = {}) => splitThread(at(world.actors.olga), { ...input(), ...more });
const findOld = (actor: Actor = world.actors.rita) => findThread(at(actor), old.number);
const texts = async (threadId: string) =>
  (await listPosts(at(world.actors.rita), threadId, 1)).map(({ number, html }) => [
    number,
    html.replace(/<[^>]+>/g, ''),
  ]);

test('makes a thread of the chosen posts, numbered anew; what stays keeps its numbers', async () => {
  const id = await split();
  expect(await texts(id)).toEqual([
    [1, 'Quanto costa il bollettino'],
    [2, 'Costa quaranta euro'],
  ]);
  expect((await texts(old.id)).map(([number]) => number)).toEqual([1, 2, 4]);
  const made = await findThreadById(at(world.actors.rita), id);
  expect(made).toMatchObject({
    title: 'Il bollettino',
    tags: ['tasse'],
    posts: 2,
    answers: 1,
    startedBy: { name: 'Piero Massa', organization: { slug: 'prefettura' } },
    lastPostBy: 'Matteo Riva',
  });
  expect(await findOld()).toMatchObject({ posts: 5, answers: 2, lastPostBy: 'Rita Sala' });
});

test('leaves lines that lead to the posts, also by their old permalinks and Message-IDs', async () => {
  const rita = at(world.actors.rita);
  const id = await split();
  const { number } = await findThreadById(rita, id);
  expect((await listMoved(rita, old.id, 1)).map((moved) => [moved.number, moved.to?.post])).toEqual([
    [3, 1],
    [5, 2],
  ]);
  expect(await findPlaceNow(rita, old.number, 5)).toMatchObject({ number, post: 2, areaSlug: 'operatori' });
  await expect(findPlaceNow(rita, old.number, 2)).rejects.toMatchObject({ code: 'not-found' });
  await expect(findPlaceNow(at(anonymous), old.number, 5)).rejects.toMatchObject({ code: 'not-allowed' });
  const messageId = `${ids[4]}@liste.raccordo.example`;
  expect(await findPostByMessageId(rita, messageId)).toMatchObject({ number, post: 2 });
});

test('stands in both threads with author and reason, and once in the log', async () => {
  const id = await split();
  const { number, title } = await findThreadById(at(world.actors.rita), id);
  expect(await listEvents(at(world.actors.rita), old.id)).toMatchObject([
    {
      kind: 'split',
      afterNumber: 2,
      reason,
      by: { name: 'Olga Ventura' },
      detail: { posts: 2, thread: { number, title } },
    },
  ]);
  expect(await listEvents(at(world.actors.rita), id)).toMatchObject([
    {
      kind: 'split-off',
      afterNumber: 0,
      reason,
      detail: { posts: 2, thread: { title: 'Alloggio e tasse' } },
    },
  ]);
  const logged = await db
    .select()
    .from(auditEntry)
    .where(eq(auditEntry.subject, `thread:${old.id}`));
  expect(logged.map(({ act }) => act)).toEqual(['forum.split-thread']);
});

test('all that follow go along, and the next post takes a number nobody had', async () => {
  const rita = at(world.actors.rita);
  const id = await split({ posts: [2], following: true });
  expect((await texts(id)).length).toBe(4);
  expect(await findOld()).toMatchObject({ posts: 5, answers: 0 });
  const list = { areaId: world.areas.operatori, page: 1 };
  const open = await listThreads(rita, { ...list, filter: 'unanswered' });
  expect(open.map((row) => row.id)).toContain(old.id);
  const replied = await postReply(rita, { threadId: old.id, body: paragraphs('Di nuovo qui') });
  expect(replied.post).toBe(6);
});

test('who had read the posts has read them; who followed or silenced the thread does so in both', async () => {
  const { rita, matteo, elena } = world.actors;
  await markRead(at(rita), { threadId: old.id, number: 4 });
  await markRead(at(matteo), { threadId: old.id, number: 2 });
  await followThread(at(elena), { threadId: old.id });
  await muteThread(at(matteo), { threadId: old.id });
  const id = await split();
  const inNew = async (actor: Actor) => {
    const { readUpTo, follow } = await findThreadById(at(actor), id);
    return [readUpTo, follow];
  };
  expect(await inNew(rita)).toEqual([1, null]);
  expect((await inNew(matteo))[1]).toBe('muted');
  expect((await inNew(elena))[1]).toBe('following');
  expect((await findOld(rita)).readUpTo).toBe(5);
  expect((await findOld(matteo)).readUpTo).toBe(2);
});

test('an answer that went is no answer here, and events still name its old number', async () => {
  const { matteo, rita } = world.actors;
  await markAnswer(at(matteo), { postId: ids[2] });
  await split();
  expect(await findOld()).toMatchObject({ solved: false });
  const events = await listEvents(at(rita), old.id);
  expect(events.map(({ kind, detail }) => [kind, detail.post])).toEqual(
    expect.arrayContaining([
      ['answer', 3],
      ['unanswer', 3],
    ]),
  );
});

test('an answer to a post that stays no longer names a number of another thread', async () => {
  await db
    .update(post)
    .set({ replyToId: ids[1] })
    .where(eq(post.id, ids[2] ?? ''));
  const id = await split();
  expect((await listPosts(at(world.actors.rita), id, 1))[0]?.replyTo).toBeNull();
});

test('what one was told of a post and began to answer goes with it', async () => {
  const { rita } = world.actors;
  const told = { fact: `prova:${newId()}`, personId: rita.personId, kind: 'reply' as const };
  await db.insert(notification).values({ ...told, threadId: old.id, postId: ids[4] ?? '' });
  const draftId = newId();
  await db.insert(draft).values({
    ...{ id: draftId, personId: rita.personId, seatId: rita.seat.id, kind: 'reply', threadId: old.id },
    ...{ postId: ids[4], body: paragraphs('Non ancora'), updatedAt: new Date() },
  });
  const id = await split();
  const [kept] = await db.select().from(notification).where(eq(notification.fact, told.fact));
  const [begun] = await db.select().from(draft).where(eq(draft.id, draftId));
  expect([kept?.threadId, begun?.threadId]).toEqual([id, id]);
});

test.each([
  ['posts-missing', { posts: [] }],
  ['first-post-stays', { posts: [1] }],
  ['no-such-post', { posts: [99] }],
  ['title-missing', { title: ' ' }],
  ['reason-missing', { reason: '' }],
  ['area-unknown', { areas: ['boh'] }],
  ['chosen-only', { areas: ['scelti'] }],
  ['audience-wider', { areas: ['novita'] }],
  ['personal-data', { title: 'Pratica RSSMRA80A01H501U' }],
])('is refused: %s', async (expected, more) => {
  await expect(split(more)).rejects.toMatchObject({ reason: expected });
  expect((await texts(old.id)).length).toBe(5);
});

test('a reader who may not open the new thread is not told its name', async () => {
  await split({ areas: ['comuni'] });
  const piero = at(world.actors.piero);
  expect(await listMoved(piero, old.id, 1)).toMatchObject([
    { number: 3, to: null },
    { number: 5, to: null },
  ]);
  expect((await listEvents(piero, old.id))[0]?.detail.thread).toBeUndefined();
});
