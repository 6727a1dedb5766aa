import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notification, report } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { searchInput } from '@/lib/search/model';
import { searchEverything } from '@/lib/search/search-everything';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { markAnswer } from '../answers/mark-answer';
import { listThreadFiles } from '../files/queries';
import { listNotifications } from '../notifications/queries';
import { findThread, listPosts } from '../posts/queries';
import { listThreads } from '../queries';
import { hidePost } from '../removals/hide-post';
import { showPost } from '../removals/show-post';
import { closeReport } from '../reports/close-report';
import { countOpenReports, listOpenReports } from '../reports/queries';
import { reportPost } from '../reports/report-post';
import { postReply } from '../writing/post-reply';
import { lockThread } from './lock-thread';
import { logAsCsv } from './model';
import { moveThread } from './move-thread';
import { pinThread } from './pin-thread';
import { listEvents, listLog } from './queries';
import { renameThread } from './rename-thread';
import { retagThread } from './retag-thread';
import { unlockThread } from './unlock-thread';
import { unpinThread } from './unpin-thread';

const database = await testDatabase();
const { db } = database;
const at = (actor: Actor): Context => ({ db, actor, now: new Date('2026-09-10T09:00:00Z') });
const reason = 'Per tenere ordine';
let world: World;
let planted: { id: string; number: number };
let postIds: string[];

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(async () => {
  const { rita, matteo } = world.actors;
  planted = await plantThread(db, {
    areas: [world.areas.operatori],
    title: 'Titolo di prima',
    author: matteo,
    posts: [{ text: 'Domanda' }, { author: rita, text: 'Risposta con gioiellino' }],
  });
  postIds = (await listPosts(at(rita), planted.id, 1)).map(({ id }) => id);
});

const threadId = () => planted.id;
const found = (actor: Actor = world.actors.rita) => findThread(at(actor), planted.number);

test('each act stands in the thread with author and reason, and done twice it is done once', async () => {
  const olga = at(world.actors.olga);
  for (const act of [lockThread, lockThread, unlockThread, pinThread, pinThread, unpinThread]) {
    await act(olga, { threadId: threadId(), reason });
  }
  await renameThread(olga, { threadId: threadId(), reason, title: 'Titolo di dopo' });
  await retagThread(olga, { threadId: threadId(), reason, tags: ['Moduli', 'alloggio'] });
  await moveThread(olga, { threadId: threadId(), reason, areas: ['comuni', 'operatori'] });
  const events = await listEvents(at(world.actors.rita), threadId());
  expect(events.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['lock', {}],
    ['unlock', {}],
    ['pin', {}],
    ['unpin', {}],
    ['rename', { title: 'Titolo di dopo' }],
    ['retag', { tags: ['moduli', 'alloggio'] }],
    [
      'move',
      {
        areas: [
          { slug: 'comuni', name: 'Tra Comuni' },
          { slug: 'operatori', name: 'Operatori' },
        ],
      },
    ],
  ]);
  expect(events[0]).toMatchObject({ reason, afterNumber: 2, by: { name: 'Olga Ventura' } });
  expect(await found()).toMatchObject({
    title: 'Titolo di dopo',
    slug: 'titolo-di-dopo',
    tags: ['alloggio', 'moduli'],
    areaSlug: 'comuni',
    locked: false,
    pinned: false,
  });
});

test('whoever may not see an area does not read its name in the thread', async () => {
  const areas = ['comuni', 'operatori'];
  await moveThread(at(world.actors.olga), { threadId: threadId(), reason, areas });
  const [event] = await listEvents(at(world.actors.piero), threadId());
  expect(event?.detail.areas?.map(({ slug }) => slug)).toEqual(['operatori']);
  expect(await listEvents(at(anonymous), threadId())).toEqual([]);
});

test('a pinned thread stands on top of its area', async () => {
  await plantThread(db, {
    areas: [world.areas.operatori],
    title: 'Più recente',
    author: world.actors.rita,
    posts: [{ text: 'x', at: new Date('2026-09-09T00:00:00Z') }],
  });
  await pinThread(at(world.actors.olga), { threadId: threadId(), reason });
  const list = { areaId: world.areas.operatori, filter: 'all' as const, page: 1 };
  const rows = await listThreads(at(world.actors.rita), list);
  expect(rows[0]).toMatchObject({ id: threadId(), pinned: true });
  await unpinThread(at(world.actors.olga), { threadId: threadId(), reason });
});

test.each([
  ['reason-missing', { reason: ' ' }],
  ['reason-too-long', { reason: 'a'.repeat(501) }],
  ['personal-data', { reason: 'Riguarda RSSMRA80A01H501U' }],
  ['title-missing', { title: '' }],
  ['personal-data', { title: 'Pratica RSSMRA80A01H501U' }],
])('renaming refuses: %s', async (expected, change) => {
  const input = { threadId: threadId(), reason, title: 'Nuovo titolo', ...change };
  await expect(renameThread(at(world.actors.olga), input)).rejects.toMatchObject({ reason: expected });
});

test('a coordinator keeps no order where they may not read', async () => {
  const hidden = await plantThread(db, {
    areas: [world.areas.scelti],
    title: 'Del tavolo',
    author: world.actors.piero,
  });
  const lock = lockThread(at(world.actors.olga), { threadId: hidden.id, reason });
  await expect(lock).rejects.toMatchObject({ reason: 'chosen-only' });
});

describe('hiding', () => {
  const answer = () => postIds[1] ?? '';

  test('takes the post out of text, search and the answer, tells its author, and is undone', async () => {
    const { olga, rita, matteo } = world.actors;
    await markAnswer(at(matteo), { postId: answer() });
    await hidePost(at(olga), { postId: answer(), reason });
    const seenBy = async (actor: Actor) => (await listPosts(at(actor), threadId(), 1))[1];
    expect(await seenBy(matteo)).toMatchObject({
      html: '',
      removal: { kind: 'hidden', reason, by: { name: 'Olga Ventura' } },
    });
    expect((await seenBy(olga))?.html).toContain('gioiellino');
    expect((await seenBy(rita))?.html).toContain('gioiellino');
    expect(await found()).toMatchObject({ solved: false, posts: 2 });
    expect(await listThreadFiles(at(matteo), threadId())).toEqual([]);
    await hurryJobs(database);
    const search = async () =>
      (await searchEverything(at(matteo), searchInput.parse({ q: 'gioiellino' }))).hits.map(
        (hit) => hit.kind === 'thread' && hit.number,
      );
    expect(await search()).not.toContain(planted.number);
    const told = await listNotifications(at(rita));
    expect(told.find(({ kind }) => kind === 'hidden')).toMatchObject({ post: 2, opening: '' });
    await expect(hidePost(at(olga), { postId: answer(), reason })).rejects.toMatchObject({
      reason: 'post-removed',
    });
    await expect(showPost(at(rita), { postId: answer() })).rejects.toMatchObject({
      reason: 'secretariat-only',
    });
    await showPost(at(olga), { postId: answer() });
    expect((await seenBy(matteo))?.html).toContain('gioiellino');
    await hurryJobs(database);
    expect(await search()).toContain(planted.number);
  });

  test('the public sees that something was here, not who removed it nor why', async () => {
    const open = await plantThread(db, {
      areas: [world.areas.novita],
      title: 'Novità',
      author: world.actors.olga,
    });
    const [post] = await listPosts(at(anonymous), open.id, 1);
    await hidePost(at(world.actors.olga), { postId: post?.id, reason });
    const [seen] = await listPosts(at(anonymous), open.id, 1);
    expect(seen).toMatchObject({ html: '', removal: { kind: 'hidden', by: null, reason: null, at: null } });
  });
});

describe('reports', () => {
  test('reach the coordinator once, who decides', async () => {
    const { matteo, olga } = world.actors;
    const input = { postId: postIds[1], reason: 'Non è il posto' };
    await reportPost(at(matteo), input);
    await reportPost(at(matteo), input);
    await hurryJobs(database);
    expect(await countOpenReports(at(olga))).toBe(1);
    const [open] = await listOpenReports(at(olga));
    expect(open).toMatchObject({
      reason: 'Non è il posto',
      by: { name: 'Matteo Riva' },
      post: { number: 2, author: { name: 'Rita Sala' } },
      thread: { areaSlug: 'operatori' },
    });
    const told = await db.select().from(notification).where(eq(notification.kind, 'report'));
    expect(told.map(({ personId }) => personId)).toEqual([olga.personId]);
    await closeReport(at(olga), { reportId: open?.id, decision: 'kept', note: 'Va bene così' });
    const again = closeReport(at(olga), { reportId: open?.id, decision: 'kept' });
    await expect(again).rejects.toMatchObject({ code: 'gone', reason: 'report-closed' });
    expect(await listOpenReports(at(olga))).toEqual([]);
    await expect(listOpenReports(at(matteo))).rejects.toMatchObject({ reason: 'secretariat-only' });
  });

  test('decided against the post hide it, and with it every other report on it', async () => {
    const { matteo, olga, elena } = world.actors;
    for (const actor of [matteo, elena])
      await reportPost(at(actor), { postId: postIds[1], reason: 'Offende' });
    const [open] = await listOpenReports(at(olga));
    const hidden = { reportId: open?.id, decision: 'hidden' as const };
    await expect(closeReport(at(olga), hidden)).rejects.toMatchObject({ field: 'note' });
    await closeReport(at(olga), { ...hidden, note: 'Contro il regolamento' });
    const [, post] = await listPosts(at(matteo), threadId(), 1);
    expect(post?.removal).toMatchObject({ kind: 'hidden', reason: 'Contro il regolamento' });
    const left = await db
      .select()
      .from(report)
      .where(and(eq(report.postId, postIds[1] ?? ''), isNull(report.closedAt)));
    expect(left).toEqual([]);
  });

  test('one does not report oneself', async () => {
    const own = reportPost(at(world.actors.rita), { postId: postIds[1], reason: 'Mio' });
    await expect(own).rejects.toMatchObject({ reason: 'own-post' });
  });
});

test('the log is a table with reasons, for the secretariat alone', async () => {
  const { olga, rita } = world.actors;
  await lockThread(at(olga), { threadId: threadId(), reason: 'Risolta, "davvero"' });
  await postReply(at(olga), { threadId: threadId(), body: paragraphs('Chiusa.') });
  const period = { from: new Date('2026-09-10T00:00:00Z'), to: new Date('2026-09-11T00:00:00Z') };
  const rows = await listLog(at(olga), period);
  const lock = rows.find((row) => row.subject === `thread:${threadId()}` && row.act === 'forum.lock-thread');
  expect(lock).toMatchObject({ person: 'Olga Ventura', organization: 'Comune di San Donato' });
  const csv = logAsCsv(lock ? [lock] : []);
  expect(csv).toBe(
    `at,act,person,organization,system,subject,reason\r\n2026-09-10T09:00:00.000Z,forum.lock-thread,Olga Ventura,Comune di San Donato,,thread:${threadId()},"Risolta, ""davvero"""\r\n`,
  );
  expect(logAsCsv(lock ? [{ ...lock, reason: '=1+1' }] : [])).toContain(",'=1+1");
  await expect(listLog(at(rita), period)).rejects.toMatchObject({ reason: 'secretariat-only' });
});
