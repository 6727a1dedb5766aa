import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { person, post, searchDocument, searchWaiting, searchWord, setting, thread } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import { retagThread } from '@/lib/forum/moderation/retag-thread';
import { mergeThreads } from '@/lib/forum/moves/merge-threads';
import { hidePost } from '@/lib/forum/removals/hide-post';
import { joinTags } from '@/lib/forum/tags/join-tags';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import { addOrganization } from '@/lib/people/add-organization';
import { endSeat } from '@/lib/people/end-seat';
import { lastWaiting } from '@/lib/platform/search/feed-server';
import { countWords, holdDocuments } from '@/lib/platform/search/keep-documents';
import { meiliClient } from '@/lib/platform/search/meili-engine';
import { settled } from '@/lib/platform/search/meili-index';
import { rebuildServer } from '@/lib/platform/search/rebuild';
import { searchSwitch } from '@/lib/platform/search/search-engine';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { testSearchServer } from '@/lib/testing/search';
import { createWorld, type World } from '@/lib/testing/world';
import { searchInput } from '../model';
import { searchEverything } from '../search-everything';
import { feedSearch } from './feed-search';
import { mendSearch } from './mend-search';
import { rebuildSearch } from './rebuild-search';
import { verifySearch } from './verify-search';

const database = await testDatabase();
const { db } = database;
const server = testSearchServer();
const now = new Date();
const system = { db, actor: { kind: 'system', name: 'worker' } as const, now };
const at = (actor: Actor) => ({ db, actor, now });
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
  await rebuildSearch(system, server);
});

/** Titles found by Meilisearch, once it was fed. */
async function found(q: string): Promise<string[]> {
  await hurryJobs(database);
  await feedSearch(system, server);
  const { ask } = searchSwitch(server);
  const { hits, reduced } = await searchEverything(at(world.actors.olga), searchInput.parse({ q }), ask);
  expect(reduced).toBe(false);
  return hits.map(({ title }) => title);
}

async function write(title: string, text: string): Promise<{ threadId: string; postId: string }> {
  await openThread(at(world.actors.matteo), { title, areas: ['operatori'], body: paragraphs(text) });
  const [written] = await db
    .select({ threadId: thread.id, postId: post.id })
    .from(thread)
    .innerJoin(post, eq(post.threadId, thread.id))
    .where(eq(thread.title, title))
    .orderBy(asc(post.number));
  if (!written) throw new Error('not written');
  return written;
}

test('what is written, answered, hidden, joined and left is found so, in the index too', async () => {
  const { threadId, postId } = await write('Apolidia', 'Nessuna cittadinanza');
  expect(await found('cittadinanza')).toEqual(['Apolidia']);
  const answered = async () =>
    (
      await db
        .select({ answered: searchDocument.answered })
        .from(searchDocument)
        .where(eq(searchDocument.id, postId))
    )[0];
  await postReply(at(world.actors.rita), { threadId, body: paragraphs('Serve la questura') });
  expect(await found('questura')).toEqual(['Apolidia']);
  expect(await answered()).not.toEqual({ answered: false });
  await hidePost(at(world.actors.olga), { postId, reason: 'Prova' });
  expect(await found('cittadinanza')).toEqual([]);

  await addOrganization(at(world.actors.olga), {
    ...{ slug: 'vimodrone', name: 'Comune di Vimodrone', kind: 'commune', status: 'member', lead: false },
  });
  expect(await found('vimodrone')).toEqual(['Comune di Vimodrone']);
  expect(await found('matteo riva')).toContain('Matteo Riva');
  await endSeat(at(world.actors.olga), { seatId: world.actors.matteo.seat.id });
  expect(await found('matteo riva')).not.toContain('Matteo Riva');
});

test('what was merged is found where it stands, by the tag its word came to mean', async () => {
  const olga = at(world.actors.olga);
  const reason = 'È la stessa domanda';
  const going = await write('Ospiti in casa', 'Chi firma la cessione');
  const into = await write('Ospitalità', 'Entro quarantotto ore');
  expect(await found('cessione')).toContain('Ospiti in casa');
  await mergeThreads(olga, { threadId: going.threadId, into: into.threadId, reason });
  expect(await found('cessione')).toEqual(['Ospitalità']);
  await retagThread(olga, { threadId: into.threadId, tags: ['ospiti-a-casa'], reason });
  await joinTags(olga, { tag: 'ospitanti', synonym: 'ospiti-a-casa' });
  expect(await found('ospitanti')).toContain('Ospitalità');
});

test('what did not change is not written again', async () => {
  await rebuildSearch(system, undefined);
  const before = await db
    .select({ id: searchDocument.id, version: searchDocument.version })
    .from(searchDocument)
    .orderBy(asc(searchDocument.id));
  expect((await rebuildSearch(system, undefined)).changed).toBe(0);
  expect(
    await db
      .select({ id: searchDocument.id, version: searchDocument.version })
      .from(searchDocument)
      .orderBy(asc(searchDocument.id)),
  ).toEqual(before);
});

test('what changes while the server is away waits, and follows when it is back', async () => {
  const away = { ...server, url: 'http://127.0.0.1:1' };
  await write('Scritta in assenza', 'Parola nell’ombra');
  await hurryJobs(database);
  await expect(feedSearch(system, away)).rejects.toThrow();
  expect(await db.select().from(searchWaiting)).not.toEqual([]);
  expect(await found('ombra')).toEqual(['Scritta in assenza']);
  expect(await db.select().from(searchWaiting)).toEqual([]);
});

test('verifying finds what differs on either side, and mends it', async () => {
  expect(await verifySearch(system, server)).toEqual({ documents: 0, server: 0 });
  const client = meiliClient(server);
  const [one, other] = await db.select({ id: searchDocument.id }).from(searchDocument).limit(2);
  await settled(client, client.index(server.index).deleteDocument(one?.id ?? ''));
  await settled(client, client.index(server.index).addDocuments([{ id: 'stranger', version: 1 }]));
  await db
    .update(searchDocument)
    .set({ digest: 'x', title: 'Altro' })
    .where(eq(searchDocument.id, other?.id ?? ''));
  await db.update(person).set({ name: 'Rita Cambiata' }).where(eq(person.id, world.actors.rita.personId));
  const mended = await verifySearch(system, server);
  expect(mended.documents).toBeGreaterThanOrEqual(2);
  expect(mended.server).toBe(2);
  expect(await verifySearch(system, server)).toEqual({ documents: 0, server: 0 });
  expect(await found('cambiata')).toContain('Rita Cambiata');
});

test('a lost index is built anew, whoever left another in its place', async () => {
  const client = meiliClient(server);
  await client.deleteIndexIfExists(server.index);
  expect(await found('ombra')).toEqual(['Scritta in assenza']);
  await client.deleteIndexIfExists(server.index);
  await settled(client, client.createIndex(server.index, { primaryKey: 'id' }));
  expect(await found('ombra')).toEqual(['Scritta in assenza']);
  expect(await verifySearch(system, server)).toEqual({ documents: 0, server: 0 });
});

test('while an index is rebuilt the one in use answers, and nothing that changes meanwhile is missed', async () => {
  const { ask } = searchSwitch(server);
  const search = (q: string) => searchEverything(at(world.actors.olga), searchInput.parse({ q }), ask);
  let during = 0;
  await rebuildSearch(system, server, async () => {
    during = (await search('ombra')).total;
  });
  expect(during).toBeLessThanOrEqual(1);
  expect((await search('ombra')).total).toBe(1);
});

test('a server that falls while an index is built fails the building and nothing else', async () => {
  const line = http.createServer((request, response) => {
    if (request.url?.includes('/documents')) return request.socket.destroy();
    const { method, headers } = request;
    const passed = http.request(new URL(request.url ?? '', server.url), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const falling = { ...server, url: `http://127.0.0.1:${(line.address() as AddressInfo).port}` };
  await expect(rebuildSearch(system, falling)).rejects.toThrow('documents has failed');
  line.close();
  expect(await verifySearch(system, server)).toEqual({ documents: 0, server: 0 });
});

test('what has no document at the start of the worker gets one, and nothing else is read', async () => {
  expect(await mendSearch(system)).toBe(false);
  await db.execute(sql`delete from search_document`);
  expect(await mendSearch(system)).toBe(true);
  expect(await verifySearch(system, server)).toMatchObject({ documents: 0 });
  const [one, other] = await db
    .select({ id: searchDocument.id })
    .from(searchDocument)
    .where(eq(searchDocument.kind, 'post'))
    .limit(2);
  await db
    .update(searchDocument)
    .set({ digest: 'x' })
    .where(eq(searchDocument.id, other?.id ?? ''));
  await db.delete(searchDocument).where(eq(searchDocument.id, one?.id ?? ''));
  expect(await mendSearch(system)).toBe(true);
  const left = await db
    .select({ id: searchDocument.id, isRead: sql<boolean>`${searchDocument.digest} <> 'x'` })
    .from(searchDocument)
    .where(inArray(searchDocument.id, [one?.id ?? '', other?.id ?? '']));
  expect(new Map(left.map(({ id, isRead }) => [id, isRead]))).toEqual(
    new Map([
      [one?.id, true],
      [other?.id, false],
    ]),
  );
  await verifySearch(system, server);
});

test('what may still be taken back is not missing', async () => {
  const { postId } = await write('Appena scritta', 'Parola fresca');
  expect(await mendSearch(system)).toBe(false);
  expect(await db.select().from(searchDocument).where(eq(searchDocument.id, postId))).toEqual([]);
  expect(await found('fresca')).toEqual(['Appena scritta']);
});

test('what excludes is heeded however long the question', async () => {
  const words = 'alfa bravo delta echo foxtrot golf hotel india kilo lima mike';
  await write('Parole in fila', `${words} zulu`);
  await write('Altre parole', words);
  expect(await found(`${words} -zulu`)).toEqual(['Altre parole']);
});

test('an index, and documents, made by other rules are made anew', async () => {
  await found('ombra');
  const client = meiliClient(server);
  const birth = async () => (await client.getRawIndex(server.index)).createdAt;
  const before = await birth();
  await feedSearch(system, server);
  expect(await birth()).toBe(before);
  await db.update(setting).set({ value: before }).where(eq(setting.key, 'search.index'));
  await db.update(setting).set({ value: 'old' }).where(eq(setting.key, 'search.rules'));
  await db.update(searchDocument).set({ digest: 'x', stems: 'vecchio' });
  expect(await found('ombra')).toEqual(['Scritta in assenza']);
  expect(await birth()).not.toBe(before);
  expect(await verifySearch(system, server)).toEqual({ documents: 0, server: 0 });
});

test('building waits for whoever feeds, and says so when it waits in vain', async () => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search-server'))`);
    expect((await rebuildSearch(system, server, undefined, 0)).server).toBe('busy');
  });
  let building: ReturnType<typeof rebuildServer> | undefined;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search-server'))`);
    building = rebuildServer(db, server, undefined, 30);
    for (let look = 0; look < 20; look++) await tx.select().from(searchWaiting);
  });
  expect(await building).toBe('fed');
});

test('what is being written while a building begins is not taken for built', async () => {
  let asked: Promise<number> | undefined;
  await db.transaction(async (tx) => {
    await holdDocuments(tx, 'a thread');
    await tx.insert(searchWaiting).values({ documentId: 'late', version: 1_000_000 });
    asked = lastWaiting(db);
    for (let look = 0; look < 20; look++) await tx.select().from(searchWaiting);
  });
  expect(await asked).toBe(1_000_000);
  await db.delete(searchWaiting).where(eq(searchWaiting.documentId, 'late'));
});

test('a typing error that stands nowhere any more is forgotten, one of few does not hide what was meant', async () => {
  const known = async (word: string) =>
    (await db.select().from(searchWord).where(eq(searchWord.word, word))).length > 0;
  await db.insert(searchWord).values({ word: 'sogiorn', documents: 1 });
  await countWords(db);
  expect(await known('sogiorn')).toBe(false);
  expect(await known('')).toBe(true);

  await write('Canterello uno', 'Un canterello');
  await hurryJobs(database);
  const [right] = await db.select().from(searchWord).where(sql`${searchWord.word} like 'canterell%'`);
  const wrong = right?.word.replace('ll', 'l') ?? '';
  await db
    .update(searchWord)
    .set({ documents: 40 })
    .where(eq(searchWord.word, right?.word ?? ''));
  await db.insert(searchWord).values({ word: wrong, documents: 1 });
  expect(await found('canterelo')).toEqual(['Canterello uno']);
});

test('only the machine looks after the search', async () => {
  for (const work of [rebuildSearch, verifySearch]) {
    await expect(work(at(world.actors.olga), server)).rejects.toMatchObject({ code: 'not-allowed' });
  }
  await expect(feedSearch(at(world.actors.ada), server)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(mendSearch(at(world.actors.ada))).rejects.toMatchObject({ code: 'not-allowed' });
});
