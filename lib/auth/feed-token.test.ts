import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntry, feedToken, seat } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { testDatabase } from '@/lib/testing/database';
import { createWorld } from '@/lib/testing/world';
import { countAttempt } from './count-attempt';
import { findFeedReader } from './find-feed-reader';
import { makeFeedToken } from './make-feed-token';
import { feedWordOf, hashFeedToken, makeFeedWord } from './model';
import { revokeFeedToken } from './revoke-feed-token';

const { db } = await testDatabase();
const world = await createWorld(db);
const { rita, matteo, piero } = world.actors;
const now = new Date('2026-09-20T09:00:00Z');
const at = (actor: Actor): Context => ({ db, actor, now });
const open = async (actor: Actor & { kind: 'member' }) => {
  const rows = await db.select().from(feedToken).where(eq(feedToken.personId, actor.personId));
  return rows.find(({ revokedAt }) => revokedAt === null);
};
const wordOf = async (actor: Actor & { kind: 'member' }) => {
  const row = await open(actor);
  return (row && feedWordOf(row, env().authSecret)) ?? '';
};

test('the table holds a hash; the word is made again from the id and the secret, and of no other', async () => {
  await makeFeedToken(at(rita));
  const row = await open(rita);
  const word = await wordOf(rita);
  expect(word).toMatch(/^[\w-]{43}$/);
  expect(row?.hash).toBe(hashFeedToken(word));
  expect(JSON.stringify(row)).not.toContain(word);
  expect(feedWordOf(row ?? { id: '', hash: '' }, 'another secret of the same site')).toBeNull();
  expect(makeFeedWord('one', 's')).not.toBe(makeFeedWord('two', 's'));
});

test('reads as the person, for the seat it was made for', async () => {
  expect(await findFeedReader(db, await wordOf(rita), now)).toMatchObject({
    ...{ kind: 'member', personId: rita.personId, name: 'Rita Sala' },
    seat: { id: rita.seat.id, role: 'referent', organization: { slug: 'segrate' } },
  });
});

test('a new word ends the one before, and revoking ends both; each is in the log', async () => {
  await makeFeedToken(at(matteo));
  const first = await wordOf(matteo);
  await makeFeedToken(at(matteo));
  const second = await wordOf(matteo);
  await expect(findFeedReader(db, first, now)).rejects.toMatchObject({
    code: 'gone',
    reason: 'feed-revoked',
  });
  expect((await findFeedReader(db, second, now)).kind).toBe('member');
  await revokeFeedToken(at(matteo));
  await revokeFeedToken(at(matteo));
  await expect(findFeedReader(db, second, now)).rejects.toMatchObject({ code: 'gone' });
  const logged = await db.select().from(auditEntry).where(eq(auditEntry.personId, matteo.personId));
  expect(logged.map(({ act }) => act).toSorted()).toEqual([
    'auth.make-feed-token',
    'auth.make-feed-token',
    'auth.revoke-feed-token',
    'auth.revoke-feed-token',
  ]);
});

test('who lost every seat reads what is public', async () => {
  await makeFeedToken(at(piero));
  await db.update(seat).set({ endedAt: now }).where(eq(seat.id, piero.seat.id));
  expect(await findFeedReader(db, await wordOf(piero), new Date(now.getTime() + 1000))).toEqual({
    kind: 'anonymous',
  });
});

test('the public word is nobody’s, and any other is unknown', async () => {
  expect(await findFeedReader(db, 'pubblico', now)).toEqual({ kind: 'anonymous' });
  await expect(findFeedReader(db, 'boh', now)).rejects.toMatchObject({ code: 'not-found' });
});

test('whoever asks too often is told so, in words about feeds', async () => {
  const limit = { name: 'feed-test', hits: 2, window: 60_000, reason: 'too-many-feeds' as const };
  for (const _ of [1, 2]) await countAttempt(at(rita), limit, rita.personId);
  const third = countAttempt(at(rita), limit, rita.personId);
  await expect(third).rejects.toMatchObject({ code: 'too-many', reason: 'too-many-feeds' });
  await countAttempt(at(matteo), limit, matteo.personId);
});
