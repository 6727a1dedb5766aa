import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { areaFollow, post } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld } from '@/lib/testing/world';
import { followThread } from '../following/follow-thread';
import { muteThread } from '../following/mute-thread';
import { mergeThreads } from '../moves/merge-threads';
import { hidePost } from '../removals/hide-post';
import { findAreaFeed, findFollowedFeed, findThreadFeed } from './queries';

const { db } = await testDatabase();
const world = await createWorld(db);
const { olga, rita, matteo, elena, piero, ada } = world.actors;
const { operatori, comuni, scelti, novita } = world.areas;
const now = new Date('2026-09-20T09:00:00Z');
const at = (actor: Actor): Context => ({ db, actor, now });
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

const long = await plantThread(db, {
  areas: [operatori],
  title: 'Lunga',
  author: rita,
  tags: ['alloggio'],
  posts: Array.from({ length: 40 }, (_, index) => ({ text: `Lunga ${index + 1}`, at: ago(4000 - index) })),
});
const short = await plantThread(db, {
  areas: [operatori, comuni],
  title: 'Corta',
  author: matteo,
  posts: [
    { text: 'Corta 1', at: ago(100) },
    { text: 'Corta nascosta', at: ago(90) },
    { text: 'Corta 3', at: ago(80) },
    { text: 'Appena inviata', at: ago(5) },
  ],
});
const atTable = await plantThread(db, {
  areas: [scelti],
  title: 'Al tavolo',
  author: piero,
  posts: [{ text: 'Al tavolo', at: ago(60) }],
});
await plantThread(db, { areas: [novita], title: 'In pubblico', author: olga });
const shortIds = await db
  .select({ id: post.id })
  .from(post)
  .where(eq(post.threadId, short.id))
  .orderBy(post.number);
await hidePost(at(olga), { postId: shortIds[1]?.id, reason: 'Per prova' });

const texts = ({ entries }: { entries: readonly { html: string }[] }) =>
  entries.map(({ html }) => html.replace(/<[^>]+>/g, ''));

test('an area says its newest posts, none that is removed or may still be taken back', async () => {
  const feed = await findAreaFeed(at(elena), 'operatori');
  expect(feed).toMatchObject({ id: operatori, title: 'Operatori', path: '/forum/operatori' });
  expect(texts(feed).slice(0, 3)).toEqual(['Corta 3', 'Corta 1', 'Lunga 40']);
  expect(feed.entries).toHaveLength(30);
  expect(feed.entries[2]).toMatchObject({
    title: 'Lunga',
    path: `/forum/operatori/${long.number}-lunga?m=40#m40`,
    author: { name: 'Rita Sala', organization: { name: 'Comune di Segrate' } },
    tags: ['alloggio'],
  });
});

test('an edited post is said with the moment of the edit, under the same id', async () => {
  const before = await findThreadFeed(at(rita), short.number);
  await db
    .update(post)
    .set({ editedAt: ago(1), revision: 2 })
    .where(eq(post.id, shortIds[0]?.id ?? ''));
  const after = await findThreadFeed(at(rita), short.number);
  expect(after.entries.map(({ id }) => id)).toEqual(before.entries.map(({ id }) => id));
  expect(after.entries.at(-1)?.updatedAt).toEqual(ago(1));
});

test.each([
  ['an area', () => findAreaFeed(at(elena), 'scelti'), 'chosen-only'],
  ['a thread', () => findThreadFeed(at(elena), atTable.number), 'chosen-only'],
  [
    'an area, for the technical administrator',
    () => findAreaFeed(at(ada), 'operatori'),
    'admin-reads-nothing',
  ],
  ['an area, for the public', () => findAreaFeed(at(anonymous), 'operatori'), 'sign-in'],
  ['what nobody in particular follows', () => findFollowedFeed(at(anonymous)), 'sign-in'],
])('what one may not read is refused: %s', async (_, ask, reason) => {
  await expect(ask()).rejects.toMatchObject({ code: 'not-allowed', reason });
});

test('everybody reads a public area', async () => {
  expect(texts(await findAreaFeed(at(anonymous), 'novita'))).toEqual(['In pubblico']);
});

test('all one follows: areas and threads, without what is silenced or no longer one’s to read', async () => {
  await muteThread(at(elena), { threadId: long.id });
  await followThread(at(piero), { threadId: atTable.id });
  await db.insert(areaFollow).values({ areaId: scelti, personId: elena.personId });
  expect(texts(await findFollowedFeed(at(elena)))).toEqual(['Corta 3', 'Corta 1']);
  expect(texts(await findFollowedFeed(at(piero)))).toContain('Al tavolo');
  await db.delete(areaFollow).where(eq(areaFollow.personId, matteo.personId));
  expect(texts(await findFollowedFeed(at(matteo)))).toEqual([]);
});

test('entries keep their ids when threads are merged', async () => {
  const before = await findThreadFeed(at(rita), short.number);
  await mergeThreads(at(olga), { threadId: short.id, into: long.id, reason: 'Lo stesso tema' });
  await expect(findThreadFeed(at(rita), short.number)).rejects.toMatchObject({ code: 'gone' });
  const after = await findThreadFeed(at(rita), long.number);
  expect(after.entries.map(({ id }) => id)).toEqual(
    expect.arrayContaining(before.entries.map(({ id }) => id)),
  );
});
