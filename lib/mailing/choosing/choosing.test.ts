import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { areaFollow, delivery, digest, post, seat, tagFollow, threadFollow } from '@/db/schema';
import type { MailChoice } from '@/db/words';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { signId } from '../tokens/sign-id';
import { chooseByCopy } from './choose-by-copy';
import { type CopyView, offeredWishes } from './model';
import { findCopy } from './queries';

const { db } = await testDatabase();
const now = new Date('2026-09-10T08:00:00Z');
/** Nobody is signed in: the link says whose choices they are. */
const ctx: Context = { db, actor: anonymous, now };
const world: World = await createWorld(db);
const { rita, matteo } = world.actors;
const { personId } = rita;
const planted = await plantThread(db, {
  ...{ areas: [world.areas.operatori, world.areas.comuni], title: 'Da ricevere', author: matteo },
  tags: ['alloggio'],
});

beforeEach(async () => {
  await db.delete(areaFollow).where(eq(areaFollow.personId, personId));
  await db.delete(tagFollow);
  await db.delete(threadFollow);
  await db.delete(delivery);
});

async function sentCopy(): Promise<string> {
  const [first] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, planted.id));
  const id = newId();
  await db
    .insert(delivery)
    .values({ id, personId, email: worldEmail('rita'), postId: first?.id, state: 'sent' });
  return signId('choices', id);
}

async function sentDigest(): Promise<string> {
  const [digestId, id] = [newId(), newId()];
  const window = { day: '2026-09-10', since: new Date(0), until: now };
  await db
    .insert(digest)
    .values({ id: digestId, personId, rhythm: 'daily', ...window })
    .onConflictDoNothing();
  const [held] = await db.select({ id: digest.id }).from(digest);
  await db
    .insert(delivery)
    .values({ id, personId, email: worldEmail('rita'), digestId: held?.id, state: 'sent' });
  return signId('choices', id);
}

async function follows(area: keyof World['areas'], mail: MailChoice): Promise<void> {
  await db.insert(areaFollow).values({ areaId: world.areas[area], personId, mail });
}

/** What Rita has chosen by now, as `area: choice`, tags and the thread included. */
async function chosen(): Promise<string[]> {
  const areas = await db
    .select({ areaId: areaFollow.areaId, mail: areaFollow.mail })
    .from(areaFollow)
    .where(eq(areaFollow.personId, personId));
  const tags = await db.select().from(tagFollow);
  const threads = await db.select().from(threadFollow);
  const names = new Map(Object.entries(world.areas).map(([name, id]) => [id, name]));
  return [
    ...areas.map(({ areaId, mail }) => `${names.get(areaId)}: ${mail}`),
    ...tags.map(({ tag, mail }) => `#${tag}: ${mail}`),
    ...threads.map(({ state }) => `thread: ${state}`),
  ].toSorted();
}

describe('E64: one click on the link of a copy', () => {
  test('stops every area and tag it came for, at once; a second click changes nothing', async () => {
    await follows('operatori', 'every');
    await follows('comuni', 'first');
    await follows('novita', 'every');
    await db.insert(tagFollow).values({ personId, tag: 'alloggio', mail: 'every' });
    const token = await sentCopy();
    const after = ['#alloggio: none', 'comuni: none', 'novita: every', 'operatori: none'];
    await chooseByCopy(ctx, { token, wish: 'stop' });
    expect(await chosen()).toEqual(after);
    await chooseByCopy(ctx, { token: token.toUpperCase(), wish: 'stop' });
    expect(await chosen()).toEqual(after);
  });

  test('mutes the thread where nothing else made it come', async () => {
    const token = await sentCopy();
    await chooseByCopy(ctx, { token, wish: 'stop' });
    await chooseByCopy(ctx, { token, wish: 'stop' });
    expect(await chosen()).toEqual(['thread: muted']);
  });

  test('goes on for nothing of a thread that was followed besides', async () => {
    await follows('operatori', 'every');
    await db.insert(threadFollow).values({ personId, threadId: planted.id, state: 'following' });
    const token = await sentCopy();
    await chooseByCopy(ctx, { token, wish: 'stop' });
    await chooseByCopy(ctx, { token, wish: 'stop' });
    expect(await chosen()).toEqual(['operatori: none']);
  });

  test('of a digest stops the digest, and no area that is received otherwise', async () => {
    await follows('operatori', 'daily');
    await follows('comuni', 'weekly');
    const token = await sentDigest();
    await chooseByCopy(ctx, { token, wish: 'stop' });
    await chooseByCopy(ctx, { token, wish: 'stop' });
    expect(await chosen()).toEqual(['comuni: weekly', 'operatori: none']);
  });

  test('works for an area the receiver may no longer read', async () => {
    await follows('operatori', 'every');
    const token = await sentCopy();
    const isRita = and(eq(seat.personId, personId), eq(seat.organizationId, world.organizations.segrate));
    await db.update(seat).set({ role: 'admin' }).where(isRita);
    await chooseByCopy(ctx, { token, wish: 'stop' });
    await db.update(seat).set({ role: 'referent' }).where(isRita);
    expect(await chosen()).toEqual(['operatori: none']);
  });

  test('works for whoever may not read by the oldest of their seats, and for a followed thread that is lost', async () => {
    const isFirst = and(eq(seat.personId, personId), eq(seat.organizationId, world.organizations.segrate));
    await db.update(seat).set({ role: 'admin' }).where(isFirst);
    const later = new Date(86_400_000);
    const second = {
      organizationId: world.organizations.sandonato,
      role: 'operator' as const,
      startedAt: later,
    };
    const [added] = await db
      .insert(seat)
      .values({ personId, ...second })
      .returning({ id: seat.id });
    const token = await sentCopy();
    await chooseByCopy(ctx, { token, wish: 'mute' });
    expect(await chosen()).toEqual(['thread: muted']);
    await chooseByCopy(ctx, { token, wish: 'unmute' });
    await chooseByCopy(ctx, { token, wish: 'stop' });
    expect(await chosen()).toEqual(['thread: muted']);
    await follows('operatori', 'every');
    await chooseByCopy(ctx, { token, wish: 'daily' });
    expect(await chosen()).toEqual(['operatori: daily', 'thread: muted']);
    await db.delete(seat).where(eq(seat.id, added?.id ?? ''));
    await db.update(threadFollow).set({ state: 'following' });
    await chooseByCopy(ctx, { token, wish: 'stop' });
    expect(await chosen()).toEqual(['operatori: none']);
    await db.update(seat).set({ role: 'referent' }).where(isFirst);
  });

  test('is taken from the link of nobody else and of no other use', async () => {
    await follows('operatori', 'every');
    const token = await sentCopy();
    const forged = [`${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`, signId('reply', newId()), ''];
    for (const wrong of [...forged, signId('choices', newId())]) {
      await expect(chooseByCopy(ctx, { token: wrong, wish: 'stop' })).rejects.toMatchObject({
        code: 'not-found',
        reason: 'no-such-copy',
      });
    }
    await expect(chooseByCopy(ctx, { token, wish: 'delete' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await chosen()).toEqual(['operatori: every']);
  });
});

test('the buttons of the page choose a digest, everything again, and the thread alone', async () => {
  await follows('operatori', 'every');
  const token = await sentCopy();
  await chooseByCopy(ctx, { token, wish: 'daily' });
  expect(await chosen()).toEqual(['operatori: daily']);
  await chooseByCopy(ctx, { token, wish: 'mute' });
  expect(await chosen()).toEqual(['operatori: daily', 'thread: muted']);
  await chooseByCopy(ctx, { token, wish: 'unmute' });
  await chooseByCopy(ctx, { token, wish: 'again' });
  expect(await chosen()).toEqual(['operatori: every']);
});

test('the page says what the mail was, and of no other area', async () => {
  await follows('operatori', 'every');
  await follows('novita', 'every');
  expect(await findCopy(ctx, await sentCopy())).toMatchObject({
    email: 'rita@segrate.example',
    rhythm: null,
    thread: { title: 'Da ricevere', follow: null },
    areas: [{ slug: 'operatori', mail: 'every' }],
    tags: [],
  });
  expect(await findCopy(ctx, await sentDigest())).toMatchObject({ rhythm: 'daily', thread: null, areas: [] });
});

describe('the buttons that would change something', () => {
  const thread = { id: 't', title: 'T', follow: null };
  const area = (mail: MailChoice) => ({ slug: 'a', name: 'A', mail });
  const base: CopyView = { email: 'a@b.example', thread, rhythm: null, areas: [], tags: [], searches: [] };
  test.each<[string, Partial<CopyView>, string[]]>([
    ['a followed area', { areas: [area('every')] }, ['stop', 'daily', 'mute']],
    ['an area by digest', { areas: [area('daily')] }, ['stop', 'mute']],
    ['an area silenced', { areas: [area('none')] }, ['daily', 'again', 'mute']],
    ['a tag alone', { tags: [{ tag: 'x', mail: 'first' }] }, ['stop', 'mute']],
    ['nothing followed', {}, ['mute']],
    ['a muted thread', { thread: { ...thread, follow: 'muted' } }, ['unmute']],
    ['a weekly digest', { thread: null, rhythm: 'weekly', areas: [area('weekly')] }, ['stop', 'daily']],
    [
      'a digest of a saved search alone',
      { thread: null, rhythm: 'daily', searches: [{ id: 's', name: 'S' }] },
      ['stop'],
    ],
    ['a digest stopped since', { thread: null, rhythm: 'weekly' }, []],
  ])('%s', (_, given, wishes) => {
    expect(offeredWishes({ ...base, ...given })).toEqual(wishes);
  });
});
