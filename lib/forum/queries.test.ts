import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { area, person } from '@/db/schema';
import { type Actor, anonymous, type Member } from '@/lib/core/actor';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { markRead } from './mark-read';
import { type ThreadFilter, threadFilters } from './model';
import { listNews } from './news/queries';
import { mayReadArea } from './policy';
import { findPostByMessageId, findThread, listPosts } from './posts/queries';
import { admittedTo, countOwnThreads, countThreads, findArea, listAreas, listThreads } from './queries';

const { db } = await testDatabase();
const now = new Date('2026-09-10T09:00:00Z');
let world: World;
let ctxOf: (actor: Actor) => { db: typeof db; actor: Actor; now: Date };
let network: { id: string; number: number };
let chosen: { id: string; number: number };
let twoAreas: { id: string; number: number };

beforeAll(async () => {
  world = await createWorld(db);
  ctxOf = (actor) => ({ db, actor, now });
  const { rita, matteo, piero } = world.actors;
  await db.update(person).set({ createdAt: new Date('2026-09-01T00:00:00Z') });
  network = await plantThread(db, {
    areas: [world.areas.operatori],
    title: "Idoneità dell'alloggio",
    author: matteo,
    posts: Array.from({ length: 45 }, (_, index) => ({
      author: index % 2 ? rita : matteo,
      text:
        index === 30 ? 'Qui la planimetria è necessaria, così dice la circolare.' : `Messaggio ${index + 1}`,
    })),
    tags: ['alloggio', 'moduli'],
    solvedBy: 2,
  });
  chosen = await plantThread(db, {
    areas: [world.areas.scelti],
    title: 'Planimetria riservata al tavolo',
    author: piero,
  });
  twoAreas = await plantThread(db, {
    areas: [world.areas.comuni, world.areas.novita],
    title: 'Orari estivi',
    author: rita,
  });
});

test('the list of areas is exactly what the policy allows, for every role (mirror)', async () => {
  const all = await db
    .select({ slug: area.slug, audience: area.audience, postingRule: area.postingRule, admitted: admittedTo })
    .from(area);
  for (const actor of [anonymous, ...Object.values(world.actors)]) {
    const listed = (await listAreas(ctxOf(actor))).map((one) => one.slug).sort();
    const allowed = all.filter((one) => mayReadArea(actor, one).allowed).map((one) => one.slug);
    expect(listed).toEqual(allowed.sort());
  }
});

test('an area is found by slug, refused to who may not read it', async () => {
  const found = await findArea(ctxOf(world.actors.matteo), 'operatori');
  expect(found).toMatchObject({ name: 'Operatori', audience: 'network' });
  await expect(findArea(ctxOf(anonymous), 'operatori')).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(findArea(ctxOf(world.actors.elena), 'scelti')).rejects.toMatchObject({
    reason: 'chosen-only',
  });
  await expect(findArea(ctxOf(world.actors.matteo), 'boh')).rejects.toMatchObject({ code: 'not-found' });
});

async function countAll(actor: Member, list: { areaId: string; tag?: string }) {
  const ctx = ctxOf(actor);
  return { ...(await countThreads(ctx, list)), mine: await countOwnThreads(ctx, list) };
}

describe('a list of threads', () => {
  const list = (actor: Member, filter: ThreadFilter, tag?: string) =>
    listThreads(ctxOf(actor), { areaId: world.areas.operatori, filter, tag, page: 1 });

  test('says who started it for whom, how many answers, what is unread', async () => {
    const rows = await list(world.actors.rita, 'all');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      title: "Idoneità dell'alloggio",
      areaSlug: 'operatori',
      tags: ['alloggio', 'moduli'],
      startedBy: { name: 'Matteo Riva', organization: { slug: 'segrate' } },
      answers: 44,
      solved: true,
      unread: true,
    });
  });

  test.each([
    ['solved', 'rita', undefined, 1],
    ['unanswered', 'rita', undefined, 0],
    ['mine', 'rita', undefined, 0],
    ['mine', 'matteo', undefined, 1],
    ['all', 'rita', 'MODULI', 1],
    ['all', 'rita', 'famiglia', 0],
  ] as const)('filter %s for %s, tag %s', async (filter, name, tag, expected) => {
    expect(await list(world.actors[name], filter, tag)).toHaveLength(expected);
    const counts = await countAll(world.actors[name], { areaId: world.areas.operatori, tag });
    expect(counts[filter]).toBe(expected);
  });
});

test('boards count what waits, what was answered, what is solved; notices are no questions', async () => {
  const { rita, matteo } = world.actors;
  const board = { areas: [world.areas.scelti], author: matteo };
  const two = [{ text: 'Domanda' }, { author: rita, text: 'Risposta' }];
  await plantThread(db, { ...board, title: 'Aperta', tags: ['bacheca'] });
  await plantThread(db, { ...board, title: 'Con risposta', posts: two });
  await plantThread(db, { ...board, title: 'Risolta', posts: two, solvedBy: 2 });
  await plantThread(db, { ...board, title: 'Avviso', isQuestion: false });
  const list = { areaId: world.areas.scelti, page: 1 };
  expect(await countAll(rita, list)).toEqual({ all: 5, unanswered: 2, answered: 1, solved: 1, mine: 0 });
  for (const filter of threadFilters) {
    const rows = await listThreads(ctxOf(matteo), { ...list, filter });
    expect([filter, rows.length]).toEqual([filter, (await countAll(matteo, list))[filter]]);
  }
  expect(await countAll(matteo, { ...list, tag: 'bacheca' })).toEqual({
    all: 1,
    unanswered: 1,
    answered: 0,
    solved: 0,
    mine: 1,
  });
});

describe('a thread', () => {
  test('comes in pages of twenty with the post that answered', async () => {
    const ctx = ctxOf(world.actors.rita);
    const found = await findThread(ctx, network.number);
    expect(found).toMatchObject({ posts: 45, solvedBy: { number: 2, author: 'Rita Sala' }, readUpTo: 0 });
    const pages = await Promise.all([1, 2, 3].map((page) => listPosts(ctx, network.id, page)));
    expect(pages.map((posts) => posts.length)).toEqual([20, 20, 5]);
    expect(pages.flat().map((post) => post.number)).toEqual(Array.from({ length: 45 }, (_, i) => i + 1));
  });

  test('is refused outside its audience and unknown under another number', async () => {
    await expect(findThread(ctxOf(anonymous), network.number)).rejects.toMatchObject({ reason: 'sign-in' });
    await expect(findThread(ctxOf(world.actors.rita), 99_999)).rejects.toMatchObject({ code: 'not-found' });
    await expect(findThread(ctxOf(world.actors.ada), network.number)).rejects.toMatchObject({
      reason: 'admin-reads-nothing',
    });
  });

  test('in two areas is shown under the one the reader may see, naming no other', async () => {
    const signedOut = await findThread(ctxOf(anonymous), twoAreas.number);
    expect(signedOut.areaSlug).toBe('novita');
    expect(signedOut.areas.map((one) => one.slug)).toEqual(['novita']);
    expect((await findThread(ctxOf(world.actors.rita), twoAreas.number)).areaSlug).toBe('comuni');
  });

  test('is found by Message-ID, brackets or not, under the same rule', async () => {
    const [first] = await listPosts(ctxOf(world.actors.rita), network.id, 1);
    const messageId = `<${first?.id}@liste.raccordo.example>`;
    expect(await findPostByMessageId(ctxOf(world.actors.rita), messageId)).toMatchObject({
      number: network.number,
      post: 1,
    });
    await expect(findPostByMessageId(ctxOf(anonymous), messageId)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});

test('reading moves forward only, and what is read is no news', async () => {
  const ctx = ctxOf(world.actors.matteo);
  expect((await listNews(ctx)).map((group) => group.area.slug)).toEqual(['operatori']);
  await markRead(ctx, { threadId: network.id, number: 20 });
  await markRead(ctx, { threadId: network.id, number: 3 });
  expect((await findThread(ctx, network.number)).readUpTo).toBe(20);
  const [group] = await listNews(ctx);
  expect(group?.threads[0]).toMatchObject({ firstUnread: 21, opening: 'Messaggio 21' });
  await markRead(ctx, { threadId: network.id, number: 9_999 });
  expect((await findThread(ctx, network.number)).readUpTo).toBe(45);
  expect(await listNews(ctx)).toEqual([]);
});

test('who may not read a thread cannot mark it read', async () => {
  const input = { threadId: chosen.id, number: 1 };
  await expect(markRead(ctxOf(anonymous), input)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(markRead(ctxOf(world.actors.elena), input)).rejects.toMatchObject({ reason: 'chosen-only' });
});

test('an account older than a thread finds it new, a younger one does not', async () => {
  await db.update(person).set({ createdAt: now }).where(eq(person.id, world.actors.elena.personId));
  expect(await listNews(ctxOf(world.actors.elena))).toEqual([]);
});
