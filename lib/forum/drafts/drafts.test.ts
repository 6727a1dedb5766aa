import { mkdtemp, rm, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft, draftFile, file } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { readContent, storeContent } from '@/lib/platform/files/store';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { createWorld, type World } from '@/lib/testing/world';
import { findAttachment, listThreadFiles } from '../files/queries';
import { listPosts } from '../posts/queries';
import { openThread } from '../writing/open-thread';
import { addDraftFile } from './add-draft-file';
import { cleanDrafts } from './clean-drafts';
import { discardDraft } from './discard-draft';
import { whyNotFile } from './model';
import { findDraft, findDraftFile, findOpenDraft, listDrafts } from './queries';
import { removeDraftFile } from './remove-draft-file';
import { saveDraft } from './save-draft';

const { db } = await testDatabase();
const start = Date.parse('2026-09-10T09:00:00Z');
const day = 24 * 60 * 60 * 1000;
const at = (actor: Actor, days = 0): Context => ({ db, actor, now: new Date(start + days * day) });
let world: World;
let folder: string;

beforeAll(async () => {
  world = await createWorld(db);
  folder = await mkdtemp(path.join(os.tmpdir(), 'file-'));
});

afterAll(() => rm(folder, { recursive: true }));

const pdf = (sha = newId().replaceAll('-', '').repeat(2)) => ({
  ...{ sha256: sha, size: 1234, mediaType: 'application/pdf', pages: 2, put: async () => {} },
});

async function begin(actor: Actor, change: object = {}): Promise<string> {
  const draftId = newId();
  const body = paragraphs('Appunti per dopo');
  await saveDraft(at(actor), { draftId, kind: 'thread', title: 'Bozza', body, ...change });
  return draftId;
}

describe('a draft', () => {
  test('is kept as typed, even unfinished, and seen by its person alone', async () => {
    const { rita, matteo } = world.actors;
    const draftId = await begin(rita, { areas: ['operatori'], tags: ['x'], isQuestion: true, title: '' });
    const saved = await saveDraft(at(rita, 1), { draftId, kind: 'thread', body: paragraphs('') });
    expect(saved).toEqual(new Date(start + day));
    const mine = await findDraft(at(rita), draftId);
    expect(mine).toMatchObject({ title: '', areas: [], isQuestion: false, updatedAt: saved });
    await expect(findDraft(at(matteo), draftId)).rejects.toMatchObject({ reason: 'no-such-draft' });
    const foreign = saveDraft(at(matteo), { draftId, kind: 'thread', body: paragraphs('') });
    await expect(foreign).rejects.toMatchObject({ reason: 'no-such-draft' });
    expect((await listDrafts(at(matteo))).map(({ id }) => id)).not.toContain(draftId);
    expect(await listDrafts(at(anonymous))).toEqual([]);
  });

  test('is found again at its place, and thrown away by its person only', async () => {
    const { rita, matteo } = world.actors;
    const { threadId } = await openThread(at(matteo), {
      ...{ title: 'Con una bozza sotto', areas: ['operatori'], body: paragraphs('x') },
    });
    const draftId = await begin(rita, { kind: 'reply', threadId });
    const place = { kind: 'reply' as const, threadId };
    expect((await findOpenDraft(at(rita), place))?.id).toBe(draftId);
    expect(await findOpenDraft(at(matteo), place)).toBeNull();
    expect((await listDrafts(at(rita))).find(({ id }) => id === draftId)).toMatchObject({
      ...{ title: 'Con una bozza sotto', opening: 'Appunti per dopo' },
      organization: { slug: 'segrate' },
      thread: { areaSlug: 'operatori' },
    });
    await discardDraft(at(matteo), { draftId });
    expect((await findDraft(at(rita), draftId)).id).toBe(draftId);
    await discardDraft(at(rita), { draftId });
    await expect(findDraft(at(rita), draftId)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('outlives the thread it was to answer, and keeps no character the database cannot', async () => {
    const { rita } = world.actors;
    const draftId = await begin(rita, { kind: 'reply', threadId: newId(), title: 'a\0b' });
    expect(await findDraft(at(rita), draftId)).toMatchObject({ threadId: null, title: 'ab' });
    const body = paragraphs('zero \0 e basta');
    const input = { title: 'zero \0 zero', areas: ['operatori'], body, tags: [] };
    expect((await openThread(at(rita), input)).slug).toBe('zero-zero');
  });

  test.each([
    ['readers-do-not-write', 'elena', {}],
    ['text-too-long', 'rita', { body: paragraphs('ab '.repeat(70_000)) }],
    ['text-malformed', 'rita', { body: 'x' }],
    ['title-too-long', 'rita', { title: 'x'.repeat(1001) }],
  ] as const)('is refused: %s', async (reason, name, change) => {
    await expect(begin(world.actors[name], change)).rejects.toMatchObject({ reason });
  });
});

describe('its files', () => {
  test.each([
    [{ size: 0 }, 'file-empty'],
    [{ size: 25 * 1024 * 1024 }, null],
    [{ size: 25 * 1024 * 1024 + 1 }, 'file-too-large'],
    [{ mediaType: 'application/x-msdownload' }, 'file-kind'],
    [{ mediaType: 'image/svg+xml' }, 'file-kind'],
    [{ mediaType: 'text/html' }, 'file-kind'],
    [{ mediaType: 'application/pkcs7-mime' }, null],
    [{ mediaType: 'image/png' }, null],
  ])('%j: %s', (change, expected) => {
    expect(whyNotFile({ ...pdf(), ...change })).toBe(expected);
  });

  test('go with the post under the same id, and are seen by others only then', async () => {
    const { rita, matteo } = world.actors;
    const draftId = await begin(rita);
    const first = await addDraftFile(at(rita), { draftId, name: 'C:\\Scansioni\\modulo.pdf' }, pdf());
    const second = await addDraftFile(at(rita), { draftId, name: 'di-troppo.pdf' }, pdf());
    await removeDraftFile(at(rita), { fileId: second });
    expect(await findDraftFile(at(rita), first)).toMatchObject({ name: 'modulo.pdf' });
    await expect(findAttachment(at(matteo), first)).rejects.toMatchObject({ reason: 'no-such-file' });
    const sent = await openThread(at(rita), {
      ...{ draftId, title: 'Con un modulo', areas: ['operatori'], body: paragraphs('In allegato') },
    });
    const [post] = await listPosts(at(matteo), sent.threadId, 1);
    expect(post?.files).toMatchObject([{ id: first, name: 'modulo.pdf', pages: 2 }]);
    expect(await findAttachment(at(matteo), first)).toMatchObject({ name: 'modulo.pdf' });
    expect(await listThreadFiles(at(matteo), sent.threadId)).toHaveLength(1);
    const late = addDraftFile(at(rita), { draftId, name: 'tardi.pdf' }, pdf());
    await expect(late).rejects.toMatchObject({ reason: 'draft-published' });
  });

  test('are ten at most, however fast they come, and their names pass the gate', async () => {
    const { rita } = world.actors;
    const draftId = await begin(rita);
    const add = (name: string) => addDraftFile(at(rita), { draftId, name }, pdf());
    const added = await Promise.allSettled(Array.from({ length: 14 }, (_, index) => add(`${index}.pdf`)));
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await expect(add('RSSMRA80A01H501U.pdf')).rejects.toMatchObject({
      ...{ reason: 'personal-data', field: 'files' },
    });
    const foreign = addDraftFile(at(world.actors.matteo), { draftId, name: 'a.pdf' }, pdf());
    await expect(foreign).rejects.toMatchObject({ reason: 'no-such-draft' });
  });
});

test('cleaning forgets old drafts and contents nobody names, and nothing else', async () => {
  const { rita } = world.actors;
  const worker = (days: number) => at({ kind: 'system', name: 'worker' }, days);
  const bytes = new TextEncoder().encode('contenuto di prova');
  const sha256 = await storeContent(folder, bytes);
  const old = await begin(rita);
  await addDraftFile(at(rita), { draftId: old, name: 'a.pdf' }, { ...pdf(), sha256 });
  await db.update(file).set({ createdAt: new Date(start) });
  const place = path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  await utimes(place, new Date(start), new Date(start));
  await cleanDrafts(worker(30), { filesDir: folder });
  expect((await findDraft(at(rita), old)).files).toHaveLength(1);
  const kept = newId();
  await saveDraft(at(rita, 20), { draftId: kept, kind: 'thread', body: paragraphs('fresca') });
  const cleaned = await cleanDrafts(worker(30.5), { filesDir: folder });
  expect(cleaned.drafts).toBeGreaterThan(0);
  expect(await db.select().from(draft).where(eq(draft.id, old))).toEqual([]);
  expect((await findDraft(at(rita), kept)).id).toBe(kept);
  expect(await db.select().from(file).where(eq(file.sha256, sha256))).toEqual([]);
  const reading = readContent(folder, sha256);
  await expect(new Promise((_, reject) => reading.on('error', reject))).rejects.toThrow('ENOENT');
  await expect(cleanDrafts(at(rita), { filesDir: folder })).rejects.toMatchObject({ code: 'not-allowed' });
});

test('a save that goes on from an older one does not overwrite another tab', async () => {
  const { rita } = world.actors;
  const draftId = await begin(rita);
  const first = new Date(start);
  const save = (words: string, since?: Date, days = 0) =>
    saveDraft(at(rita, days), { draftId, kind: 'thread', body: paragraphs(words), since });
  const second = await save('Altra scheda', first, 1);
  await expect(save('Prima scheda', first, 2)).rejects.toMatchObject({ reason: 'draft-changed-elsewhere' });
  expect((await findDraft(at(rita), draftId)).body).toMatchObject(paragraphs('Altra scheda'));
  await addDraftFile(at(rita, 2), { draftId, name: 'a.pdf' }, pdf());
  await save('Altra scheda, ancora', second, 3);
});

test('a draft that got a file of late is not forgotten', async () => {
  const { rita } = world.actors;
  const draftId = await begin(rita);
  await addDraftFile(at(rita), { draftId, name: 'a.pdf' }, pdf());
  await db
    .update(draftFile)
    .set({ createdAt: new Date(start + 20 * day) })
    .where(eq(draftFile.draftId, draftId));
  await cleanDrafts({ ...at(rita, 31), actor: { kind: 'system', name: 'worker' } }, { filesDir: folder });
  expect((await findDraft(at(rita), draftId)).id).toBe(draftId);
});

test('what is refused is not stored, and a content without a row is swept', async () => {
  const { rita } = world.actors;
  const draftId = await begin(rita);
  let stored = 0;
  const put = async () => {
    stored += 1;
  };
  const counted = { ...pdf(), put };
  const named = addDraftFile(at(rita), { draftId, name: 'RSSMRA85T10A562S.pdf' }, counted);
  await expect(named).rejects.toMatchObject({ reason: 'personal-data' });
  const huge = { ...counted, size: 25 * 1024 * 1024 };
  for (let file = 0; file < 10; file++) {
    await addDraftFile(at(rita), { draftId, name: `${file}.pdf` }, { ...huge, ...pdf(), size: huge.size });
  }
  await expect(addDraftFile(at(rita), { draftId, name: 'undici.pdf' }, counted)).rejects.toMatchObject({
    reason: 'too-many-files',
  });
  for (let more = 0; more < 10; more++) {
    const another = await begin(rita);
    await addDraftFile(at(rita), { draftId: another, name: 'a.pdf' }, { ...pdf(), size: huge.size }).catch(
      () => 0,
    );
  }
  await expect(
    addDraftFile(
      at(rita),
      { draftId: await begin(rita), name: 'oltre.pdf' },
      { ...counted, size: huge.size },
    ),
  ).rejects.toMatchObject({ reason: 'drafts-full' });
  expect(stored).toBe(0);
  const orphan = await storeContent(folder, new TextEncoder().encode('%PDF-1.4 orfano'));
  const old = new Date(Date.now() - 3 * day);
  await utimes(path.join(folder, orphan.slice(0, 2), orphan.slice(2, 4), orphan), old, old);
  const worker: Context = { db, actor: { kind: 'system', name: 'worker' }, now: new Date() };
  await cleanDrafts(worker, { filesDir: folder });
  const gone = readContent(folder, orphan);
  await expect(new Promise((_, reject) => gone.on('error', reject))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
