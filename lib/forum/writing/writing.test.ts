import { asc, eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, post } from '@/db/schema';
import type { Actor, Member } from '@/lib/core/actor';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { createWorld, type World } from '@/lib/testing/world';
import { findDraft } from '../drafts/queries';
import { saveDraft } from '../drafts/save-draft';
import { lockThread } from '../moderation/lock-thread';
import { findThread, listPosts } from '../posts/queries';
import { editPost } from './edit-post';
import type { HistoryQuery, Published, RevisionStep } from './model';
import { openThread } from './open-thread';
import { postReply } from './post-reply';
import { findEditConflict, findPostToEdit, listHistory } from './queries';

const database = await testDatabase();
const { db } = database;
const start = Date.parse('2026-09-10T09:00:00Z');
const at = (actor: Actor, seconds = 0): Context => ({ db, actor, now: new Date(start + seconds * 1000) });
const taxCode = 'RSSMRA80A01H501U';
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
    ...change,
  });

const reply = (actor: Member, text = 'Così.', change: object = {}, seconds = 0) =>
  postReply(at(actor, seconds), { threadId: opened.threadId, body: paragraphs(text), ...change });

const numbers = async (threadId: string) => {
  const rows = await db
    .select({ number: post.number })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(asc(post.number));
  return rows.map((row) => row.number);
};

describe('starting a thread', () => {
  test('writes title, areas, tags, the first post, and who wrote it for whom', async () => {
    const areas = ['comuni', 'operatori'];
    const made = await ask({ areas, tags: ['Permesso', ' permesso ', 'rinnovi'], isQuestion: true });
    const found = await findThread(at(world.actors.rita), made.number);
    expect(found).toMatchObject({
      title: 'Rinnovo del permesso',
      areaSlug: 'comuni',
      tags: ['permesso', 'rinnovi'],
      isQuestion: true,
      posts: 1,
      startedBy: { name: 'Matteo Riva', organization: { slug: 'segrate' } },
    });
    expect(made).toMatchObject({ post: 1, areaSlug: 'comuni', slug: 'rinnovo-del-permesso' });
    const [first] = await listPosts(at(world.actors.rita), made.threadId, 1);
    expect(first).toMatchObject({ html: '<p>Come si rinnova?</p>', revision: 1, removal: null });
    const [entry] = await db
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.subject, `thread:${made.threadId}`));
    expect(entry).toMatchObject({ act: 'forum.open-thread', personId: world.actors.matteo.personId });
  });

  test.each([
    ['title-missing', 'title', { title: ' a ' }],
    ['title-too-long', 'title', { title: 'a'.repeat(301) }],
    ['area-missing', 'areas', { areas: [] }],
    ['area-unknown', 'areas', { areas: ['atlantide'] }],
    ['coordinators-only', undefined, { areas: ['novita'] }],
    ['coordinators-only', undefined, { areas: ['operatori', 'novita'] }],
    ['tag-invalid', undefined, { tags: ['<b>'] }],
    ['too-many-tags', 'tags', { tags: Array.from({ length: 9 }, (_, index) => `e${index}`) }],
    ['text-missing', 'body', { body: paragraphs(' ') }],
    ['text-missing', 'body', { body: null }],
    ['text-missing', 'body', { body: { type: 'doc', content: [{ type: 'script' }] } }],
    ['text-malformed', 'body', { body: { type: 'paragraph' } }],
    ['text-too-long', 'body', { body: paragraphs('ab '.repeat(67_000)) }],
    ['text-too-long', 'body', { body: paragraphs('ab '.repeat(340_000)) }],
    ['personal-data', 'body', { body: paragraphs(`Il suo codice è ${taxCode}.`) }],
    ['personal-data', 'title', { title: `Pratica di ${taxCode}` }],
    ['personal-data', 'body', { body: paragraphs(`https://x.example/${taxCode}`), confirmed: true }],
    ['personal-data-unconfirmed', 'body', { body: paragraphs('Il numero è YA1234567.') }],
    ['seat-not-found', 'seatId', { seatId: newId() }],
  ])('refuses: %s (%s)', async (reason, field, change) => {
    await expect(ask(change)).rejects.toMatchObject(field ? { reason, field } : { reason });
  });

  test('what only looks like a document passes once confirmed, and the log says so', async () => {
    const made = await ask({ body: paragraphs('Il numero è YA1234567.'), confirmed: true });
    const [entry] = await db
      .select({ detail: auditEntry.detail })
      .from(auditEntry)
      .where(eq(auditEntry.subject, `thread:${made.threadId}`));
    expect(entry?.detail).toMatchObject({ warned: ['passport'] });
  });

  test('who holds two seats writes for the one they name', async () => {
    const { matteo, elena } = world.actors;
    const seat = { ...elena.seat, id: newId(), role: 'operator' as const };
    const two = { ...matteo, seats: [matteo.seat, seat] };
    await db.execute(
      sql`insert into seat (id, person_id, organization_id, role) values (${seat.id}, ${matteo.personId}, ${seat.organization.id}, 'operator')`,
    );
    const made = await ask({ seatId: seat.id }, two);
    const found = await findThread(at(matteo), made.number);
    expect(found.startedBy.organization?.slug).toBe('sovico');
  });
});

describe('sending twice', () => {
  test('under one draft is one post, also at the same moment, whether it was saved or not', async () => {
    const draftId = newId();
    const body = paragraphs('Una volta sola.');
    const input = { draftId, threadId: opened.threadId, body };
    const sent = await Promise.all([1, 2, 3].map(() => postReply(at(world.actors.rita), input)));
    expect(new Set(sent.map(({ postId }) => postId)).size).toBe(1);
    expect(await postReply(at(world.actors.rita, 60), input)).toEqual(sent[0]);
    expect(await numbers(opened.threadId)).toEqual([1, 2]);
    const again = saveDraft(at(world.actors.rita), { draftId, kind: 'reply', body });
    await expect(again).rejects.toMatchObject({ code: 'gone', reason: 'draft-published' });
  });

  test('a thread too', async () => {
    const draftId = newId();
    expect(await ask({ draftId })).toEqual(await ask({ draftId }));
  });

  test('other words under the same draft are refused, never taken for the first', async () => {
    const draftId = newId();
    await ask({ draftId });
    await expect(ask({ draftId, title: 'Altro titolo' })).rejects.toMatchObject({
      ...{ code: 'conflict', reason: 'draft-sent-otherwise' },
    });
    const answer = newId();
    await reply(world.actors.rita, 'Prima scheda', { draftId: answer });
    await expect(reply(world.actors.rita, 'Seconda scheda', { draftId: answer })).rejects.toMatchObject({
      reason: 'draft-sent-otherwise',
    });
  });

  test('under the draft of somebody else is refused', async () => {
    const draftId = newId();
    await saveDraft(at(world.actors.rita), { draftId, kind: 'reply', body: paragraphs('mio') });
    await expect(reply(world.actors.matteo, 'tuo', { draftId })).rejects.toMatchObject({
      reason: 'no-such-draft',
    });
  });
});

describe('answering', () => {
  test('takes the next number and names what it answers', async () => {
    const first = await reply(world.actors.rita);
    await reply(world.actors.piero, 'Anche così.', { replyToId: first.postId });
    const posts = await listPosts(at(world.actors.rita), opened.threadId, 1);
    expect(posts.map((one) => [one.number, one.replyTo])).toEqual([
      [1, null],
      [2, null],
      [3, 2],
    ]);
    const elsewhere = await ask();
    const wrong = reply(world.actors.rita, 'x', { replyToId: elsewhere.postId });
    await expect(wrong).rejects.toMatchObject({ reason: 'no-such-post', field: 'replyToId' });
  });

  test('is refused in a thread locked meanwhile, and the draft keeps the words', async () => {
    const draftId = newId();
    const body = paragraphs('Quasi finito.');
    await saveDraft(at(world.actors.rita), { draftId, kind: 'reply', threadId: opened.threadId, body });
    await lockThread(at(world.actors.olga), { threadId: opened.threadId, reason: 'Già risolta altrove' });
    await expect(reply(world.actors.rita, 'Quasi finito.', { draftId })).rejects.toMatchObject({
      code: 'not-allowed',
      reason: 'thread-locked',
    });
    expect((await findDraft(at(world.actors.rita), draftId)).body).toEqual(body);
    expect((await reply(world.actors.olga, 'Avviso.')).post).toBe(2);
  });

  test.each([
    ['elena', 'readers-do-not-write'],
    ['ada', 'admin-reads-nothing'],
  ] as const)('%s: %s', async (name, reason) => {
    await expect(reply(world.actors[name])).rejects.toMatchObject({ reason });
  });

  test('an unknown thread and nobody in particular', async () => {
    const gone = reply(world.actors.rita, 'x', { threadId: newId() });
    await expect(gone).rejects.toMatchObject({ reason: 'no-such-thread' });
    const nobody = postReply(at(anonymous), { threadId: opened.threadId, body: paragraphs('x') });
    await expect(nobody).rejects.toMatchObject({ reason: 'sign-in' });
  });

  test('a new area for starting threads is no wall for answers', async () => {
    opened = await ask({ areas: ['novita'] }, world.actors.olga);
    expect((await reply(world.actors.matteo)).post).toBe(2);
  });
});

describe('editing', () => {
  const edit = (text: string, baseRevision: number, change: object = {}, actor = world.actors.matteo) =>
    editPost(at(actor, 100), { postId: opened.postId, baseRevision, body: paragraphs(text), ...change });

  test('keeps every version with what it changed', async () => {
    await edit('Come si rinnova davvero?', 1);
    await edit('Come si rinnova davvero bene?', 2);
    const history = await listHistory(at(world.actors.rita), opened.postId);
    expect(history).toMatchObject({ page: 1, pages: 1, shown: { number: 3 } });
    expect(history.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
    const steps = [1, 2, 3].map((versione) =>
      listHistory(at(world.actors.rita), opened.postId, { pagina: 1, versione }),
    );
    const shown = (await Promise.all(steps)).map((step) => step.shown);
    const added = ({ pieces }: RevisionStep) =>
      pieces.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim());
    expect(shown.map((version) => [version.number, version.text, added(version)])).toEqual([
      [1, 'Come si rinnova?', []],
      [2, 'Come si rinnova davvero?', ['davvero']],
      [3, 'Come si rinnova davvero bene?', ['bene']],
    ]);
    const [first] = await listPosts(at(world.actors.rita), opened.threadId, 1);
    expect(first).toMatchObject({ revision: 3, html: '<p>Come si rinnova davvero bene?</p>' });
    expect(first?.editedAt).toBeInstanceOf(Date);
    await expect(listHistory(at(anonymous), opened.postId)).rejects.toMatchObject({ reason: 'sign-in' });
  });

  test('many versions stand on pages, and one of them is shown', async () => {
    for (let revision = 1; revision <= 22; revision++) await edit(`Versione ${revision + 1}`, revision);
    const read = async (query: HistoryQuery) => {
      const { versions, page, pages, shown } = await listHistory(at(world.actors.rita), opened.postId, query);
      return { from: versions[0]?.number, to: versions.at(-1)?.number, page, pages, shown: shown.text };
    };
    expect(await read({ pagina: 1 })).toEqual({ from: 23, to: 14, page: 1, pages: 3, shown: 'Versione 23' });
    expect(await read({ pagina: 9 })).toEqual({ from: 3, to: 1, page: 3, pages: 3, shown: 'Versione 3' });
    expect(await read({ pagina: 1, versione: 5 })).toMatchObject({ page: 2, shown: 'Versione 5' });
  });

  test('two at once: one is written, the other sees both texts', async () => {
    const both = await Promise.allSettled([edit('Primo testo', 1), edit('Secondo testo', 1)]);
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'conflict', reason: 'edited-meanwhile', field: 'body' });
    const { body } = await findPostToEdit(at(world.actors.matteo), opened.postId);
    const conflict = await findEditConflict(at(world.actors.matteo), {
      postId: opened.postId,
      baseRevision: 1,
      body: paragraphs('Un altro testo'),
    });
    expect(conflict).toMatchObject({ revision: 2, current: { number: 2 } });
    expect(JSON.stringify(body)).toContain(conflict.current.text);
    expect(
      conflict.pieces
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe('Un altro testo');
    expect((await listHistory(at(world.actors.rita), opened.postId)).versions).toHaveLength(2);
  });

  test('is the author’s, passes the gate, and sent twice is one version', async () => {
    await expect(edit('x', 1, {}, world.actors.olga)).rejects.toMatchObject({ reason: 'not-your-post' });
    await expect(edit(taxCode, 1)).rejects.toMatchObject({ reason: 'personal-data' });
    const draftId = newId();
    await edit('Una volta', 1, { draftId });
    await edit('Una volta', 1, { draftId });
    expect((await listHistory(at(world.actors.rita), opened.postId)).versions).toHaveLength(2);
  });
});
