import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachment, file, fileText, post } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { storeContent } from '@/lib/platform/files/store';
import { searchInput } from '@/lib/search/model';
import { searchEverything } from '@/lib/search/search-everything';
import { testDatabase } from '@/lib/testing/database';
import { runJobs } from '@/lib/testing/run-jobs';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { listPosts } from '../posts/queries';
import { readFilesOf } from './read-files-of';

const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-files-'));
process.env.FILES_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const database = await testDatabase();
const { db } = database;
let world: World;
let threadId: string;
const postIds: string[] = [];

beforeAll(async () => {
  world = await createWorld(db);
  const planted = await plantThread(db, {
    ...{ areas: [world.areas.operatori], title: 'Moduli', author: world.actors.rita },
    posts: [{ text: 'Uno' }, { text: 'Due' }],
  });
  threadId = planted.id;
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(post.number);
  postIds.push(...rows.map(({ id }) => id));
});

async function attach(postIndex: number, name: string, content: string, mediaType: string): Promise<void> {
  const bytes = new TextEncoder().encode(content);
  const sha256 = await storeContent(folder, bytes);
  await db.insert(file).values({ sha256, size: bytes.length, mediaType }).onConflictDoNothing();
  const position = name.length;
  await db
    .insert(attachment)
    .values({ id: newId(), postId: postIds[postIndex] ?? '', position, sha256, name });
}

test('a content is read once for all posts it hangs at; a broken one says so and holds up nothing', async () => {
  await attach(0, 'rotto.pdf', '%PDF-1.4 rotto', 'application/pdf');
  await attach(0, 'nota.txt', 'Si ricerca il gelsomino', 'text/plain');
  await attach(1, 'stessa.txt', 'Si ricerca il gelsomino', 'text/plain');
  await readFilesOf(db);
  await runJobs(database);
  expect(await db.select({ text: fileText.text }).from(fileText)).toEqual([
    { text: 'Si ricerca il gelsomino' },
  ]);
  const ctx = { db, actor: world.actors.matteo, now: new Date() };
  const { hits, total } = await searchEverything(ctx, searchInput.parse({ q: 'gelsomini' }));
  expect(total).toBe(1);
  expect(hits[0]).toMatchObject({ title: 'Moduli', file: 'nota.txt', postNumber: 1 });
  const [first] = await listPosts(ctx, threadId, 1);
  expect(first?.files.map(({ name, textState }) => [name, textState])).toEqual([
    ['nota.txt', 'read'],
    ['rotto.pdf', 'unreadable'],
  ]);
});

test('a content that cannot be had is tried again, and others are read meanwhile', async () => {
  const sha256 = 'e'.repeat(64);
  await db.insert(file).values({ sha256, size: 5, mediaType: 'text/plain' });
  const missing = { id: newId(), postId: postIds[0] ?? '', position: 50, sha256, name: 'via.txt' };
  await db.insert(attachment).values(missing);
  await readFilesOf(db, postIds[0]);
  await attach(1, 'dopo.txt', 'Si ricerca il glicine', 'text/plain');
  await readFilesOf(db, postIds[1]);
  await runJobs(database);
  expect(
    await db.select({ text: fileText.text }).from(fileText).where(eq(fileText.text, 'Si ricerca il glicine')),
  ).toHaveLength(1);
  expect(await db.select({ state: file.textState }).from(file).where(eq(file.sha256, sha256))).toEqual([
    { state: null },
  ]);
  const waiting =
    await database.sql`select attempts, last_error from graphile_worker.jobs where key = ${`forum.read-file:${sha256}`}`;
  expect(waiting).toMatchObject([{ attempts: 1, last_error: expect.stringContaining('ENOENT') }]);
});
