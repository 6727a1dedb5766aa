import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { address, seat, session, verificationToken } from '@/db/schema';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { completeSignIn } from './complete-sign-in';
import { createSignInLink } from './create-sign-in-link';
import { endSession } from './end-session';
import { findActor } from './find-actor';
import { isLinkValid } from './is-link-valid';
import { hashSessionToken } from './model';

const { db } = await testDatabase();
const at = (minutes: number): Context => ({
  db,
  actor: anonymous,
  now: new Date(started + minutes * 60_000),
});
const started = Date.now();
const device = { shared: false, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
});

async function linkFor(email: string, returnTo?: string, shared?: boolean) {
  const made = await createSignInLink(at(0), email, returnTo, shared);
  const link = new URL(made ?? 'http://none.invalid');
  return {
    link,
    email: link.searchParams.get('indirizzo') ?? '',
    token: link.searchParams.get('codice') ?? '',
  };
}

test('a link signs in once and the cookie is stored only as its hash', async () => {
  const { link, email, token } = await linkFor(worldEmail('olga'), '/forum/operatori/3-x?m=2');
  expect(link.origin).toBe('http://localhost:3000');
  expect(link.pathname).toBe('/accesso/conferma');
  expect(link.searchParams.get('ritorno')).toBe('/forum/operatori/3-x?m=2');
  const cookie = await completeSignIn(at(1), { email, token, ...device });
  expect(cookie).toMatchObject({
    name: 'authjs.session-token',
    httpOnly: true,
    sameSite: 'lax',
    secure: false,
  });
  const [stored] = await db.select().from(session).where(eq(session.userId, world.actors.olga.personId));
  expect(stored?.sessionToken).toBe(hashSessionToken(cookie.value));
  expect(stored?.userAgent).toBe(device.userAgent);
  const visitor = await findActor(db, cookie.value, at(2).now);
  expect(visitor.actor).toEqual(world.actors.olga);
  await expect(completeSignIn(at(3), { email, token, ...device })).rejects.toThrow('link-expired');
});

test('reading whether a link is valid uses nothing up', async () => {
  const { email, token } = await linkFor(worldEmail('rita'));
  expect(await isLinkValid(at(1), email, token)).toBe(true);
  expect(await isLinkValid(at(1), email, token)).toBe(true);
  expect(await isLinkValid(at(31), email, token)).toBe(false);
  await completeSignIn(at(1), { email, token, ...device });
  expect(await isLinkValid(at(1), email, token)).toBe(false);
});

test('two clicks at once open one session', async () => {
  const { email, token } = await linkFor(worldEmail('elena'));
  const clicks = [1, 2, 3].map(() => completeSignIn(at(1), { email, token, ...device }));
  const results = await Promise.allSettled(clicks);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
});

test('a link older than thirty minutes is gone', async () => {
  const email = worldEmail('matteo');
  const old = { ...at(0), now: new Date(started - 31 * 60_000) };
  const link = new URL((await createSignInLink(old, email)) ?? '');
  const token = link.searchParams.get('codice') ?? '';
  await expect(completeSignIn(at(0), { email, token, ...device })).rejects.toThrow('link-expired');
});

test('on a shared computer the session ends after twelve hours and the cookie with the browser', async () => {
  const { link, email, token } = await linkFor(worldEmail('matteo'), '/', true);
  expect(link.searchParams.get('condiviso')).toBe('1');
  const cookie = await completeSignIn(at(0), { email, token, ...device, shared: true });
  expect(cookie.expires).toBeUndefined();
  expect((await findActor(db, cookie.value, at(11 * 60).now)).actor.kind).toBe('member');
  expect((await findActor(db, cookie.value, at(12 * 60 + 1).now)).actor.kind).toBe('anonymous');
});

test('a session of thirty days does not slide', async () => {
  const { email, token } = await linkFor(worldEmail('piero'));
  const cookie = await completeSignIn(at(0), { email, token, ...device });
  const days = (count: number) => at(count * 24 * 60).now;
  expect((await findActor(db, cookie.value, days(29))).actor.kind).toBe('member');
  expect((await findActor(db, cookie.value, days(31))).actor.kind).toBe('anonymous');
});

test('seen is written at most every five minutes', async () => {
  const { email, token } = await linkFor(worldEmail('piero'));
  const cookie = await completeSignIn(at(0), { email, token, ...device });
  const seen = async (minutes: number) => {
    await findActor(db, cookie.value, at(minutes).now);
    const hash = hashSessionToken(cookie.value);
    const [row] = await db.select().from(session).where(eq(session.sessionToken, hash));
    return Math.round(((row?.lastSeenAt.getTime() ?? 0) - started) / 60_000);
  };
  expect([await seen(3), await seen(6), await seen(8)]).toEqual([0, 6, 6]);
});

test('several personal addresses of one person sign in; office and certified ones and strangers do not', async () => {
  const { personId } = world.actors.rita;
  const organizationId = world.organizations.segrate;
  await db.insert(address).values([
    { email: 'rita.casa@posta.example', kind: 'personal', personId },
    { email: 'stranieri@segrate.example', kind: 'office', organizationId, personId },
    { email: 'comune@pec.segrate.example', kind: 'pec', organizationId, personId },
  ]);
  const { email, token } = await linkFor('Rita.Casa@posta.example');
  const cookie = await completeSignIn(at(0), { email, token, ...device });
  expect((await findActor(db, cookie.value, at(1).now)).actor).toMatchObject({ personId });
  const [proved] = await db.select().from(address).where(eq(address.email, 'rita.casa@posta.example'));
  expect(proved?.verifiedAt).not.toBeNull();
  for (const refused of ['stranieri@segrate.example', 'comune@pec.segrate.example', 'chi@altrove.example']) {
    expect(await createSignInLink(at(0), refused)).toBeNull();
  }
});

test('whoever has no seat any more neither gets a link nor uses one nor keeps a session', async () => {
  const ada = worldEmail('ada');
  const first = await linkFor(ada);
  const second = await linkFor(ada);
  const cookie = await completeSignIn(at(0), { email: ada, token: first.token, ...device });
  await db
    .update(seat)
    .set({ endedAt: at(1).now })
    .where(eq(seat.personId, world.actors.ada.personId));
  expect((await findActor(db, cookie.value, at(2).now)).actor.kind).toBe('anonymous');
  const late = completeSignIn(at(2), { email: ada, token: second.token, ...device });
  await expect(late).rejects.toThrow('link-expired');
  expect(await createSignInLink(at(2), ada)).toBeNull();
});

test('signing out ends the session', async () => {
  const { email, token } = await linkFor(worldEmail('olga'));
  const cookie = await completeSignIn(at(0), { email, token, ...device });
  await endSession(at(1), cookie.value);
  expect((await findActor(db, cookie.value, at(1).now)).actor.kind).toBe('anonymous');
});

test('the database holds no link in the clear', async () => {
  const { token } = await linkFor(worldEmail('elena'));
  const rows = await db.select().from(verificationToken);
  expect(rows.some((row) => row.token === token)).toBe(false);
});
