import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { attachment, file, fileText, post, searchDocument } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { updateProfile } from '@/lib/people/update-profile';
import type { SearchDocument } from '@/lib/platform/search/document';
import { holdDocuments, keepDocuments } from '@/lib/platform/search/keep-documents';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { runJobs } from '@/lib/testing/run-jobs';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { threadChanged } from './facts';
import { mergeThreads } from './moves/merge-threads';
import { splitThread } from './moves/split-thread';
import { takeBack } from './removals/take-back';
import { forumSource, indexThread } from './search';
import { openThread } from './writing/open-thread';
import { postReply } from './writing/post-reply';

const database = await testDatabase();
const { db } = database;
const now = new Date();
const at = (actor: Actor) => ({ db, actor, now });
const system = { db, actor: { kind: 'system', name: 'worker' } as const, now };
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
});

const open = (title: string) =>
  openThread(at(world.actors.matteo), {
    ...{ title, areas: ['operatori'], body: paragraphs('Come si fa'), isQuestion: true },
  });
const reply = (threadId: string, text = 'Così') =>
  postReply(at(world.actors.rita), { threadId, body: paragraphs(text) });
const documentsOf = (postId: string) =>
  db.select().from(searchDocument).where(eq(searchDocument.subjectId, postId));
const answered = async (postId: string) => (await documentsOf(postId)).map((one) => one.answered);
/** What waits can be told, and was not yet. */
const comeDue = () => db.execute(sql`update graphile_worker._private_jobs set run_at = now()`);
const reindex = (threadId: string) => indexThread(system, threadChanged(threadId, newId()));

test('what may still be taken back is not found, whatever else of the thread changes', async () => {
  const opened = await open('Tessera sanitaria');
  await hurryJobs(database);
  const { postId } = await reply(opened.threadId);
  await reindex(opened.threadId);
  expect(await documentsOf(postId)).toEqual([]);
  await hurryJobs(database);
  expect(await documentsOf(postId)).toHaveLength(1);
});

test('what was taken back is found no more, and the question waits again', async () => {
  const opened = await open('Codice fiscale');
  await hurryJobs(database);
  const { postId } = await reply(opened.threadId);
  await comeDue();
  await reindex(opened.threadId);
  expect(await documentsOf(postId)).toHaveLength(1);
  await takeBack(at(world.actors.rita), { postId });
  await runJobs(database);
  expect(await documentsOf(postId)).toEqual([]);
  expect(await answered(opened.postId)).toEqual([false]);
});

test('a thread that was taken back is found no more', async () => {
  const opened = await open('Carta blu');
  await comeDue();
  await reindex(opened.threadId);
  expect(await documentsOf(opened.postId)).toHaveLength(1);
  await takeBack(at(world.actors.matteo), { postId: opened.postId });
  await runJobs(database);
  expect(await documentsOf(opened.postId)).toEqual([]);
});

test('a question whose only answer went elsewhere waits, as in the boards, until the next one', async () => {
  const opened = await open('Ricongiungimento');
  await reply(opened.threadId);
  await hurryJobs(database);
  expect(await answered(opened.postId)).toEqual([true]);
  await splitThread(at(world.actors.olga), {
    ...{ threadId: opened.threadId, title: 'Altro argomento', areas: ['operatori'], posts: [2] },
    reason: 'Sono due argomenti',
  });
  await hurryJobs(database);
  expect(await answered(opened.postId)).toEqual([false]);
  await reply(opened.threadId);
  await hurryJobs(database);
  expect(await answered(opened.postId)).toEqual([true]);
});

test('all that a person wrote is found by their new name', async () => {
  const opened = await open('Cittadinanza');
  await hurryJobs(database);
  const { name } = world.actors.matteo;
  await updateProfile(at(world.actors.matteo), {
    name: 'Matteo Rinominato',
    phone: '',
    signature: '',
    locale: '',
  });
  await runJobs(database);
  const [document] = await documentsOf(opened.postId);
  expect(document?.stems).toContain('rinomin');
  await updateProfile(at(world.actors.matteo), { name, phone: '', signature: '', locale: '' });
  await runJobs(database);
});

test('what is made of a post before it was merged never comes after what is made of it then', async () => {
  const [going, into] = [await open('Ospiti'), await open('Ospitalità')];
  await hurryJobs(database);
  let following: Promise<void> | undefined;
  await db.transaction(async (tx) => {
    await holdDocuments(tx, going.postId);
    const before = await forumSource.documents(tx, [going.postId]);
    await mergeThreads(at(world.actors.olga), {
      ...{ threadId: going.threadId, into: into.threadId, reason: 'È la stessa domanda' },
    });
    following = reindex(into.threadId);
    await doneOrWaiting(following);
    await keepDocuments(tx, [going.postId], before.map(withFile));
  });
  await following;
  expect((await documentsOf(going.postId)).map(({ groupId }) => groupId)).toEqual([into.threadId]);
});

const withFile = (document: SearchDocument): SearchDocument => ({ ...document, files: 'modulo' });

/** Until the work is done or waits for a lock that somebody holds. */
async function doneOrWaiting(work: Promise<void>): Promise<void> {
  let isDone = false;
  const marked = work.then(() => {
    isDone = true;
  });
  for (let isWaiting = false; !isDone && !isWaiting; ) {
    const [lock] = await db.execute<{ waiting: boolean }>(sql`select exists (select from pg_locks
      where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())) as waiting`);
    isWaiting = lock?.waiting ?? false;
  }
  if (isDone) await marked;
}

test('fewer posts are read at once where long files hang', async () => {
  const sha256 = 'e'.repeat(64);
  await db.insert(file).values({ sha256, size: 10, mediaType: 'application/pdf', textState: 'read' });
  await db
    .insert(fileText)
    .values(Array.from({ length: 300 }, (_, part) => ({ sha256, part, text: 'Circolare' })));
  const thread = await plantThread(db, {
    ...{ areas: [world.areas.operatori], title: 'Circolari', author: world.actors.rita },
    posts: [{ text: 'Una' }, { text: 'Due' }, { text: 'Tre' }],
  });
  const rows = await db.select({ id: post.id }).from(post).where(eq(post.threadId, thread.id));
  const heavy = new Set(rows.map(({ id }) => id));
  await db
    .insert(attachment)
    .values(
      [...heavy].map((postId) => ({ id: newId(), postId, position: 0, sha256, name: 'circolare.pdf' })),
    );
  const batches: string[][] = [];
  for await (const ids of forumSource.subjects(db)) batches.push(ids);
  const heavyOnes = batches.map((ids) => ids.filter((id) => heavy.has(id)).length);
  expect(heavyOnes.filter((number) => number > 0)).toEqual([1, 1, 1]);
});
