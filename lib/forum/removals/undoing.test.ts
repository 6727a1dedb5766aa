// What undoing must bring back, and what must not slip through while things are undone.
import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { draft, draftFile, notification, person, report } from '@/db/schema';
import type { Actor, Member } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { createWorld, type World } from '@/lib/testing/world';
import { markAnswer } from '../answers/mark-answer';
import { addDraftFile } from '../drafts/add-draft-file';
import { findDraft } from '../drafts/queries';
import { saveDraft } from '../drafts/save-draft';
import { countUnread } from '../following/queries';
import { markRead } from '../mark-read';
import { markUnreadFrom } from '../mark-unread-from';
import { listEvents, listLog } from '../moderation/queries';
import { countUnreadNotifications } from '../notifications/queries';
import { findThread, listPosts } from '../posts/queries';
import { closeReport } from '../reports/close-report';
import { listOpenReports } from '../reports/queries';
import { reportPost } from '../reports/report-post';
import { editPost } from '../writing/edit-post';
import type { Published } from '../writing/model';
import { openThread } from '../writing/open-thread';
import { postReply } from '../writing/post-reply';
import { deleteOwnPost } from './delete-own-post';
import { hidePost } from './hide-post';
import { showPost } from './show-post';
import { takeBack } from './take-back';

const database = await testDatabase();
const { db } = database;
const start = Date.parse('2026-09-10T09:00:00Z');
const at = (actor: Actor, seconds = 0): Context => ({ db, actor, now: new Date(start + seconds * 1000) });
const reason = 'Per tenere ordine';
let world: World;
let opened: Published;

beforeAll(async () => {
  world = await createWorld(db);
  await db.update(person).set({ createdAt: new Date(0) });
});

beforeEach(async () => {
  await db.delete(notification);
  opened = await openThread(at(world.actors.matteo), {
    ...{ title: 'Rinnovo del permesso', areas: ['operatori'], body: paragraphs('Come?') },
  });
  await hurryJobs(database);
  await db.delete(notification);
});

const reply = (actor: Member, text = 'Così.', change: object = {}, seconds = 0) =>
  postReply(at(actor, seconds), { threadId: opened.threadId, body: paragraphs(text), ...change });
const mention = (actor: Member) => ({
  ...{ type: 'doc' },
  content: [
    { type: 'paragraph', content: [{ type: 'mention', attrs: { id: actor.personId, label: actor.name } }] },
  ],
});
const toldOf = async (postId: string) =>
  (await db.select().from(notification).where(eq(notification.postId, postId))).map(({ personId, kind }) => [
    personId,
    kind,
  ]);

describe('showing a hidden post again', () => {
  test('brings back the chosen answer and its reports, and takes the notice to its author away', async () => {
    const { rita, matteo, olga } = world.actors;
    const { postId } = await reply(rita);
    await markAnswer(at(matteo), { postId });
    await reportPost(at(matteo), { postId, reason: 'Da guardare' });
    await hurryJobs(database);
    await hidePost(at(olga, 60), { postId, reason });
    await hurryJobs(database);
    expect((await findThread(at(rita), opened.number)).solved).toBe(false);
    expect(await reportOn(postId)).toBeUndefined();
    await showPost(at(olga, 65), { postId, reason: 'Era giusto' });
    expect((await findThread(at(rita), opened.number)).solved).toBe(true);
    expect(await reportOn(postId)).toMatchObject({ reason: 'Da guardare' });
    expect((await toldOf(postId)).map(([, kind]) => kind)).not.toContain('hidden');
    const kinds = (await listEvents(at(rita), opened.threadId)).map((event) => event.kind);
    expect(kinds).toEqual(['answer', 'unanswer', 'show', 'answer']);
    const log = await listLog(at(olga), { from: new Date(start), to: new Date(start + 120_000) });
    const reasons = log
      .filter(({ subject }) => subject === `post:${postId}`)
      .map((row) => [row.act, row.reason]);
    expect(reasons).toContainEqual(['forum.hide-post', reason]);
    expect(reasons).toContainEqual(['forum.show-post', 'Era giusto']);
  });

  test('a post that was out of sight when the world was to be told is told of then, once', async () => {
    const { rita, matteo } = world.actors;
    const { postId } = await reply(rita);
    await deleteOwnPost(at(rita, 3), { postId });
    await hurryJobs(database);
    expect(await toldOf(postId)).toEqual([]);
    await showPost(at(rita, 60), { postId });
    await hurryJobs(database);
    const told = await toldOf(postId);
    expect(told).toContainEqual([matteo.personId, 'answer']);
    await deleteOwnPost(at(rita, 70), { postId });
    await showPost(at(rita, 80), { postId });
    await hurryJobs(database);
    expect(await toldOf(postId)).toHaveLength(told.length);
  });
});

describe('within the ten seconds', () => {
  test('a mention added by an edit is told once, and not before the post', async () => {
    const { rita, elena } = world.actors;
    const { postId } = await reply(rita);
    await editPost(at(rita, 4), { postId, baseRevision: 1, body: mention(elena) });
    const [job] = await db.execute<{ waiting: boolean }>(
      `select bool_and(run_at > '${new Date(start + 10_000).toISOString()}') as waiting
       from graphile_worker._private_jobs where payload->>'postId' = '${postId}'`,
    );
    expect(job?.waiting).toBe(true);
    await hurryJobs(database);
    const mentions = (await toldOf(postId)).filter(([personId]) => personId === elena.personId);
    expect(mentions).toEqual([[elena.personId, 'mention']]);
  });

  test('taking back after an edit gives back the words that stood last, with the files of both', async () => {
    const { rita } = world.actors;
    const [first, second] = [newId(), newId()];
    const file = (name: string) => ({ name: `${name}.pdf` });
    const content = { sha256: 'a'.repeat(64), size: 9, mediaType: 'application/pdf', put: async () => {} };
    for (const draftId of [first, second]) {
      await saveDraft(at(rita), {
        draftId,
        kind: draftId === first ? 'reply' : 'edit',
        body: paragraphs(''),
      });
      await addDraftFile(at(rita), { draftId, ...file(draftId === first ? 'uno' : 'due') }, content);
    }
    const { postId } = await reply(rita, 'Prima', { draftId: first });
    await editPost(at(rita, 4), { draftId: second, postId, baseRevision: 1, body: paragraphs('Dopo') });
    expect(await takeBack(at(rita, 8), { postId })).toMatchObject({ draftId: first });
    const again = await findDraft(at(rita), first);
    expect(again.body).toMatchObject(paragraphs('Dopo'));
    expect(again.files.map(({ name }) => name)).toEqual(['uno.pdf', 'due.pdf']);
    expect(await db.select().from(draft).where(eq(draft.id, second))).toEqual([]);
    await db.delete(draftFile).where(eq(draftFile.draftId, first));
  });

  test('what was seen under a number that was given back is not read under the next post', async () => {
    const { rita, piero, matteo } = world.actors;
    const { postId } = await reply(rita, 'Presto', {}, 1);
    await takeBack(at(rita, 5), { postId });
    await reply(matteo, 'Altro', {}, 6);
    await markRead(at(piero, 7), { threadId: opened.threadId, number: 2, postId });
    expect((await countUnread(at(piero, 7), [opened.threadId])).get(opened.threadId)).toBe(1);
  });
});

test('what is kept for later stays unread until its thread is read again', async () => {
  const { rita, piero } = world.actors;
  await reply(rita);
  const unread = async () => (await countUnread(at(piero), [opened.threadId])).get(opened.threadId);
  await markRead(at(piero, 20), { threadId: opened.threadId, number: 2 });
  expect(await unread()).toBe(0);
  await markUnreadFrom(at(piero, 21), { threadId: opened.threadId, number: 2 });
  expect(await unread()).toBe(1);
});

const reportOn = async (postId: string) =>
  (await listOpenReports(at(world.actors.olga))).find((one) => one.post.id === postId);

describe('a report', () => {
  test('decided against a post its author deleted hides it for good', async () => {
    const { rita, matteo, olga } = world.actors;
    const { postId } = await reply(rita);
    await reportPost(at(matteo), { postId, reason: 'Offende' });
    await hurryJobs(database);
    await deleteOwnPost(at(rita, 60), { postId });
    const open = await reportOn(postId);
    expect(open?.post.opening).toBe('');
    const decision = { reportId: open?.id, decision: 'hidden', note: 'Contro il regolamento' };
    await closeReport(at(olga, 70), decision);
    await expect(showPost(at(rita, 80), { postId })).rejects.toMatchObject({ reason: 'secretariat-only' });
    const [, seen] = await listPosts(at(matteo), opened.threadId, 1);
    expect(seen?.removal).toMatchObject({ kind: 'hidden', reason: 'Contro il regolamento' });
  });

  test('once decided reminds nobody, and its note passes the gate', async () => {
    const { rita, matteo, olga } = world.actors;
    const { postId } = await reply(rita);
    await reportPost(at(matteo), { postId, reason: 'Offende' });
    await hurryJobs(database);
    const before = await countUnreadNotifications(at(olga));
    const open = await reportOn(postId);
    const kept = { reportId: open?.id, decision: 'kept' };
    const withCode = closeReport(at(olga), { ...kept, note: 'RSSMRA85T10A562S' });
    await expect(withCode).rejects.toMatchObject({ reason: 'personal-data', field: 'note' });
    await closeReport(at(olga), { ...kept, note: 'Va bene' });
    expect(await countUnreadNotifications(at(olga))).toBe(before - 1);
    const left = await db
      .select()
      .from(report)
      .where(and(eq(report.postId, postId), isNull(report.closedAt)));
    expect(left).toEqual([]);
  });

  test('from an area the coordinator may not read is heard, without its words', async () => {
    const { piero, olga, rita } = world.actors;
    await db.execute(`insert into area_organization (area_id, organization_id)
      values ('${world.areas.scelti}', '${rita.seat.organization.id}') on conflict do nothing`);
    const secret = await openThread(at(rita), {
      ...{ title: 'Un caso riservato', areas: ['scelti'], body: paragraphs('Parole riservate') },
    });
    await reportPost(at(piero), { postId: secret.postId, reason: 'Da spostare' });
    const heard = (await listOpenReports(at(olga))).find((one) => one.reason === 'Da spostare');
    expect(heard).toMatchObject({ post: { opening: '' }, thread: { title: '', areaSlug: null } });
    const hidden = { reportId: heard?.id, decision: 'hidden', note: 'Nascosto' };
    await expect(closeReport(at(olga), hidden)).rejects.toMatchObject({ code: 'not-allowed' });
    await closeReport(at(olga), { reportId: heard?.id, decision: 'kept', note: 'Sentito' });
  });
});
