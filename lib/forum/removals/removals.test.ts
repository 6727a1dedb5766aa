import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notification, post, thread, threadArea, threadEvent, threadRead } from '@/db/schema';
import type { Actor, Member } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { createWorld, type World } from '@/lib/testing/world';
import { markAnswer } from '../answers/mark-answer';
import { unmarkAnswer } from '../answers/unmark-answer';
import { findDraft, listDrafts } from '../drafts/queries';
import { markRead } from '../mark-read';
import { findThread, listPosts } from '../posts/queries';
import { editPost } from '../writing/edit-post';
import type { Published } from '../writing/model';
import { openThread } from '../writing/open-thread';
import { postReply } from '../writing/post-reply';
import { deleteOwnPost } from './delete-own-post';
import { showPost } from './show-post';
import { takeBack } from './take-back';

const database = await testDatabase();
const { db } = database;
const start = Date.parse('2026-09-10T09:00:00Z');
const at = (actor: Actor, seconds = 0): Context => ({ db, actor, now: new Date(start + seconds * 1000) });
let world: World;
let opened: Published;

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(async () => {
  opened = await ask();
});

const ask = (change: object = {}, actor: Member = world.actors.matteo) =>
  openThread(at(actor), {
    title: 'Rinnovo del permesso',
    areas: ['operatori'],
    body: paragraphs('Come si rinnova?'),
    isQuestion: true,
    ...change,
  });

const reply = (actor: Member, text = 'Così.', change: object = {}, seconds = 0) =>
  postReply(at(actor, seconds), { threadId: opened.threadId, body: paragraphs(text), ...change });

describe('deleting one’s own', () => {
  test('within half an hour leaves a line; its author brings it back', async () => {
    const { postId } = await reply(world.actors.rita, 'Sbagliato');
    await deleteOwnPost(at(world.actors.rita, 1800), { postId });
    const shown = async (actor: Actor) => (await listPosts(at(actor), opened.threadId, 1))[1];
    expect(await shown(world.actors.matteo)).toMatchObject({
      number: 2,
      html: '',
      removal: { kind: 'deleted', by: { name: 'Rita Sala' } },
    });
    expect((await shown(world.actors.rita))?.html).toBe('<p>Sbagliato</p>');
    const edit = { postId, baseRevision: 1, body: paragraphs('x') };
    await expect(editPost(at(world.actors.rita), edit)).rejects.toMatchObject({ reason: 'post-removed' });
    await showPost(at(world.actors.rita, 1810), { postId });
    expect(await shown(world.actors.matteo)).toMatchObject({ html: '<p>Sbagliato</p>', removal: null });
  });

  test('not later, and nobody else', async () => {
    const { postId } = await reply(world.actors.rita);
    const late = deleteOwnPost(at(world.actors.rita, 1801), { postId });
    await expect(late).rejects.toMatchObject({ reason: 'too-late-to-delete' });
    const other = deleteOwnPost(at(world.actors.olga), { postId });
    await expect(other).rejects.toMatchObject({ reason: 'not-your-post' });
  });
});

describe('taking back', () => {
  test('the last post goes without a trace, tells nobody, and is a draft again', async () => {
    const { rita, matteo, piero } = world.actors;
    const before = await findThread(at(rita), opened.number);
    const draftId = newId();
    const { postId } = await reply(rita, 'Troppo presto', { draftId }, 5);
    await markRead(at(piero, 8), { threadId: opened.threadId, number: 2 });
    expect(await takeBack(at(rita, 15), { postId })).toEqual({ draftId, threadId: opened.threadId });
    await hurryJobs(database);
    const told = await db.select().from(notification).where(eq(notification.threadId, opened.threadId));
    expect(told.filter((row) => row.postId === postId)).toEqual([]);
    const after = await findThread(at(rita), opened.number);
    expect(after).toMatchObject({ posts: 1, lastPostBy: before.lastPostBy, lastPostAt: before.lastPostAt });
    expect((await findDraft(at(rita), draftId)).body).toMatchObject(paragraphs('Troppo presto'));
    const next = await reply(matteo, 'Secondo', {}, 20);
    expect(next.post).toBe(2);
    const [reading] = await db
      .select()
      .from(threadRead)
      .where(and(eq(threadRead.threadId, opened.threadId), eq(threadRead.personId, piero.personId)));
    expect(reading?.lastNumber).toBe(1);
    expect(
      (await postReply(at(rita, 30), { draftId, threadId: opened.threadId, body: paragraphs('Ora sì') }))
        .post,
    ).toBe(3);
  });

  test('a post others have written under keeps its number and loses its words', async () => {
    const { postId } = await reply(world.actors.rita, 'Ripensandoci', {}, 5);
    await reply(world.actors.matteo, 'Sotto', {}, 6);
    await takeBack(at(world.actors.rita, 10), { postId });
    await hurryJobs(database);
    const posts = await listPosts(at(world.actors.rita), opened.threadId, 1);
    expect(posts.map((one) => [one.number, one.html, one.removal?.kind])).toEqual([
      [1, '<p>Come si rinnova?</p>', undefined],
      [2, '', 'taken-back'],
      [3, '<p>Sotto</p>', undefined],
    ]);
    const told = await db.select().from(notification).where(eq(notification.postId, postId));
    expect(told).toEqual([]);
    const [stored] = await db.select({ text: post.text }).from(post).where(eq(post.id, postId));
    expect(stored?.text).toBe('');
    await expect(showPost(at(world.actors.rita, 11), { postId })).rejects.toMatchObject({
      reason: 'post-not-removed',
    });
  });

  test('a thread nobody has answered goes with its only post', async () => {
    expect(await takeBack(at(world.actors.matteo, 3), { postId: opened.postId })).toMatchObject({
      threadId: null,
    });
    await expect(findThread(at(world.actors.rita), opened.number)).rejects.toMatchObject({
      reason: 'no-such-thread',
    });
    expect(await db.select().from(threadArea).where(eq(threadArea.threadId, opened.threadId))).toEqual([]);
    const [draft] = await listDrafts(at(world.actors.matteo));
    expect(draft).toMatchObject({
      kind: 'thread',
      title: 'Rinnovo del permesso',
      opening: 'Come si rinnova?',
    });
  });

  test('ten seconds, and only one’s own', async () => {
    const { postId } = opened;
    const other = takeBack(at(world.actors.olga), { postId });
    await expect(other).rejects.toMatchObject({ reason: 'not-your-post' });
    const late = takeBack(at(world.actors.matteo, 10.5), { postId });
    await expect(late).rejects.toMatchObject({ reason: 'too-late-to-take-back' });
    expect(opened.takeBackUntil).toEqual(new Date(start + 10_000));
  });
});

describe('the answer', () => {
  test('is chosen by who asked, stands in the thread, and is taken back', async () => {
    const { postId } = await reply(world.actors.rita);
    await expect(markAnswer(at(world.actors.rita), { postId })).rejects.toMatchObject({
      reason: 'asker-only',
    });
    await markAnswer(at(world.actors.matteo), { postId });
    await markAnswer(at(world.actors.matteo), { postId });
    const found = await findThread(at(world.actors.rita), opened.number);
    expect(found).toMatchObject({ solved: true, solvedBy: { number: 2, author: 'Rita Sala' } });
    await unmarkAnswer(at(world.actors.olga), { threadId: opened.threadId });
    const events = await db.select().from(threadEvent).where(eq(threadEvent.threadId, opened.threadId));
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['answer', 'unanswer']);
    expect((await findThread(at(world.actors.rita), opened.number)).solved).toBe(false);
    await expect(markAnswer(at(world.actors.matteo), { postId: opened.postId })).rejects.toMatchObject({
      reason: 'question-is-no-answer',
    });
  });

  test('that is deleted is none any more', async () => {
    const { postId } = await reply(world.actors.rita);
    await markAnswer(at(world.actors.matteo), { postId });
    await deleteOwnPost(at(world.actors.rita, 60), { postId });
    const [row] = await db
      .select({ solvedByPostId: thread.solvedByPostId })
      .from(thread)
      .where(eq(thread.id, opened.threadId));
    expect(row?.solvedByPostId).toBeNull();
  });
});
