import { and, eq } from 'drizzle-orm';
import { generate } from 'otplib';
import { beforeAll, describe, expect, test } from 'vitest';
import { secondFactor, session } from '@/db/schema';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { listCaught } from '@/lib/platform/mail/caught';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld, type World, type WorldPerson, worldEmail } from '@/lib/testing/world';
import { findActor } from '../find-actor';
import { hashSessionToken } from '../model';
import { beginSecondFactor } from './begin-second-factor';
import { chooseRequiredRoles } from './choose-required-roles';
import { confirmSecondFactor } from './confirm-second-factor';
import { drawCode } from './draw-code';
import type { Holder } from './model';
import { proveSecondFactor } from './prove-second-factor';
import { findRequiredRoles, findSecondFactor } from './queries';
import { removeSecondFactor } from './remove-second-factor';
import { renewRecoveryCodes } from './renew-recovery-codes';
import { resetSecondFactor } from './reset-second-factor';

const database = await testDatabase();
const { db } = database;
const folder = await localMail();
const start = new Date('2026-12-01T09:00:00Z');
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
});

/** So many seconds after the start. */
const at = (seconds: number): Context => ({
  db,
  actor: anonymous,
  now: new Date(start.getTime() + seconds * 1000),
});
const codeAt = (secret: string, seconds: number) =>
  generate({ secret, epoch: Math.floor(start.getTime() / 1000) + seconds });

async function openSession(who: WorldPerson): Promise<Holder & { token: string }> {
  const [sessionId, token] = [newId(), newId()];
  const { personId } = world.actors[who];
  const expires = new Date('2099-01-01');
  await db
    .insert(session)
    .values({ id: sessionId, userId: personId, sessionToken: hashSessionToken(token), expires });
  return { sessionId, personId, token };
}

const acting = async (token: string) => findActor(db, token, start);

async function switchOn(who: WorldPerson, seconds: number) {
  const holder = await openSession(who);
  const { secret } = await beginSecondFactor(at(seconds), holder.personId);
  const codes = await confirmSecondFactor(at(seconds), holder, { code: await codeAt(secret, seconds) });
  return { holder, secret, codes };
}

test('codes are those of RFC 6238, appendix B', async () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const vectors = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [20000000000, '65353130'],
  ] as const;
  for (const [epoch, code] of vectors) expect(await generate({ secret, epoch, digits: 8 })).toBe(code);
});

describe('a second factor', () => {
  test('counts once a code has proved it; other sessions may do nothing until they give one', async () => {
    const other = await openSession('olga');
    const { holder, secret, codes } = await switchOn('olga', 0);
    expect(codes).toHaveLength(10);
    expect((await acting(holder.token)).actor.kind).toBe('member');
    expect(await acting(other.token)).toMatchObject({ actor: anonymous, waiting: { for: 'code' } });
    await proveSecondFactor(at(60), other, { code: await codeAt(secret, 60) });
    expect((await acting(other.token)).actor).toMatchObject({ kind: 'member', name: 'Olga Ventura' });
  });

  test('no code is used twice, and of two at once one is refused', async () => {
    const { secret } = await switchOn('rita', 0);
    const [one, two] = [await openSession('rita'), await openSession('rita')];
    const code = await codeAt(secret, 120);
    const both = await Promise.allSettled([
      proveSecondFactor(at(120), one, { code }),
      proveSecondFactor(at(120), two, { code }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(proveSecondFactor(at(121), two, { code })).rejects.toMatchObject({ reason: 'code-wrong' });
  });

  test('recovery codes work once each, however they are typed, and tell by mail', async () => {
    const { codes } = await switchOn('matteo', 0);
    const holder = await openSession('matteo');
    const code = (codes[0] ?? '').toUpperCase().replace('-', ' ');
    await proveSecondFactor(at(60), holder, { code });
    expect((await findSecondFactor(at(60), holder.personId)).codesLeft).toBe(9);
    await expect(proveSecondFactor(at(61), holder, { code })).rejects.toMatchObject({ reason: 'code-wrong' });
    await runJobs(database);
    const told = (await listCaught(folder)).filter(({ to }) => to === worldEmail('matteo'));
    expect(told.some(({ text }) => text.includes('codice di recupero'))).toBe(true);
  });

  test('wrong codes are counted: five in a quarter of an hour, the right one too', async () => {
    const { secret } = await switchOn('piero', 0);
    const holder = await openSession('piero');
    const wrong = () => proveSecondFactor(at(60), holder, { code: '000000' });
    for (let tries = 0; tries < 4; tries += 1)
      await expect(wrong()).rejects.toMatchObject({ code: 'invalid' });
    const right = { code: await codeAt(secret, 60) };
    await expect(proveSecondFactor(at(60), holder, right)).rejects.toMatchObject({ code: 'too-many' });
    await proveSecondFactor(at(1000), holder, { code: await codeAt(secret, 1000) });
  });

  test('its secret is unreadable in the table and serves no other person', async () => {
    const { holder, secret } = await switchOn('elena', 0);
    const mine = eq(secondFactor.personId, holder.personId);
    const [row] = await db.select().from(secondFactor).where(mine);
    expect(Buffer.from(row?.secret ?? []).toString('utf8')).not.toContain(secret);
    const moved = {
      personId: world.actors.ada.personId,
      secret: row?.secret ?? new Uint8Array(),
      confirmedAt: start,
    };
    await db.insert(secondFactor).values(moved);
    const stolen = await openSession('ada');
    await expect(proveSecondFactor(at(60), stolen, { code: await codeAt(secret, 60) })).rejects.toMatchObject(
      {
        reason: 'code-wrong',
      },
    );
    await db.delete(secondFactor).where(and(eq(secondFactor.personId, moved.personId)));
  });

  test('new codes end the old ones, and a last code switches it off', async () => {
    const holder = await openSession('elena');
    const [row] = await db.select().from(secondFactor).where(eq(secondFactor.personId, holder.personId));
    expect(row?.confirmedAt).not.toBeNull();
    await resetSecondFactor(
      { ...at(70), actor: { kind: 'system', name: 'command-line' } },
      { email: worldEmail('elena') },
    );
    const { secret, codes } = await switchOn('elena', 2000);
    const fresh = await renewRecoveryCodes(at(2060), holder, { code: await codeAt(secret, 2060) });
    expect(fresh.some((code) => codes.includes(code))).toBe(false);
    await expect(proveSecondFactor(at(2061), holder, { code: codes[0] })).rejects.toMatchObject({
      code: 'invalid',
    });
    await removeSecondFactor(at(2120), holder, { code: await codeAt(secret, 2120) });
    expect((await acting(holder.token)).actor.kind).toBe('member');
  });
});

describe('a role that needs one', () => {
  test('is not acted in before it is set up; other seats are, and it is not switched off meanwhile', async () => {
    const olga: Context = { ...at(3000), actor: world.actors.olga };
    await expect(chooseRequiredRoles({ ...olga, actor: world.actors.rita }, ['admin'])).rejects.toMatchObject(
      {
        code: 'not-allowed',
      },
    );
    await chooseRequiredRoles(olga, ['admin', 'operator']);
    expect(await findRequiredRoles(olga)).toEqual([]);
    await chooseRequiredRoles(olga, ['admin', 'coordinator']);
    const ada = await openSession('ada');
    expect(await acting(ada.token)).toMatchObject({ actor: anonymous, waiting: { for: 'setup' } });
    const { holder, secret } = await switchOn('ada', 3060);
    expect((await acting(holder.token)).actor.kind).toBe('member');
    const remove = removeSecondFactor(at(3120), holder, { code: await codeAt(secret, 3120) });
    await expect(remove).rejects.toMatchObject({ reason: 'second-factor-required' });
    await chooseRequiredRoles(olga, []);
  });

  test('the secretariat helps whoever lost theirs, the machine alone an administrator', async () => {
    const olga: Context = { ...at(4000), actor: world.actors.olga };
    await resetSecondFactor(olga, { email: worldEmail('matteo') });
    await expect(resetSecondFactor(olga, { email: worldEmail('matteo') })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(resetSecondFactor(olga, { email: worldEmail('ada') })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(
      resetSecondFactor({ ...olga, actor: world.actors.rita }, { email: worldEmail('ada') }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

test('the picture to scan is a square with a quiet border', () => {
  const { size, path } = drawCode(
    'otpauth://totp/Raccordo:a@b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  );
  expect(size).toBeGreaterThan(29);
  expect(path).toMatch(/^M4 4h1v1h-1z/);
});
