import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { auditEntry, draft, notification, post, postMove, thread } from '@/db/schema';
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
import { searchPosts } from '../search-posts';
import { postReply } from '../writing/post-reply';
import { mergeThreads } from './merge-threads';
import { findPlaceNow, findThreadById, findThreadNow, listMoved } from './queries';
import { splitThread } from './split-thread';

const { db, url } = await testDatabase();
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

describe('splitting', () => {
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
    expect(open.rows.map((row) => row.id)).toContain(old.id);
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
});

describe('merging', () => {
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

  test('leads from every old address to the post, and the thread is in no list and no search', async () => {
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
    const { rows } = await listThreads(rita, { areaId: world.areas.operatori, filter: 'all', page: 1 });
    expect(rows.map(({ id }) => id)).not.toContain(other.id);
    const { hits } = await searchPosts(rita, { q: 'davvero', pagina: 1 });
    expect(hits.map((hit) => [hit.number, hit.postNumber])).toContainEqual([old.number, 7]);
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
    const id = await split();
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
});
