import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { address, organization, seat } from '@/db/schema';
import { acceptInvitations } from '@/lib/auth/accept-invitations';
import { findInvited } from '@/lib/auth/find-invited';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, type World } from '@/lib/testing/world';
import { endSeat } from '../end-seat';
import { invitePerson } from '../invite-person';
import { invitationLifetime, stateOfSeat } from './model';
import { listSeatLimits, listSeats } from './queries';
import { resendInvitation } from './resend-invitation';
import { revokeInvitation } from './revoke-invitation';
import { setSeatLimit } from './set-seat-limit';

const { db } = await testDatabase();
const system: Actor = { kind: 'system', name: 'command-line' };
const now = new Date();
const at = (actor: Actor, ms = 0): Context => ({ db, actor, now: new Date(now.getTime() + ms) });
const day = 86_400_000;
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
  await db.insert(organization).values({
    ...{ id: newId(), slug: 'patronato', name: 'Patronato di Prova', kind: 'partner', status: 'external' },
  });
});

const invite = (email: string, rest: object = {}, ctx = at(world.actors.rita)) =>
  invitePerson(ctx, { email, organization: 'segrate', role: 'operator', ...rest });
const entersOn = async (email: string, ms: number) =>
  (await findInvited(db, email, new Date(now.getTime() + ms))) !== null;

describe('an invitation', () => {
  test('lets in for thirty days, and for good once it was accepted', async () => {
    const [waits, accepted] = [await invite('uno@segrate.example'), await invite('due@segrate.example')];
    expect(await entersOn('uno@segrate.example', invitationLifetime - day)).toBe(true);
    expect(await entersOn('uno@segrate.example', invitationLifetime + day)).toBe(false);
    await acceptInvitations(at(system, day), accepted.personId);
    expect(await entersOn('due@segrate.example', 10 * invitationLifetime)).toBe(true);
    await acceptInvitations(at(system, invitationLifetime + day), waits.personId);
    expect(await entersOn('uno@segrate.example', invitationLifetime + 2 * day)).toBe(false);
  });

  test('is sent again with thirty new days, also when it has expired, and never to who is in', async () => {
    const { seatId, personId } = await invite('tre@segrate.example');
    await resendInvitation(at(world.actors.rita, invitationLifetime + day), { seatId });
    expect(await entersOn('tre@segrate.example', 2 * invitationLifetime)).toBe(true);
    await acceptInvitations(at(system, invitationLifetime + 2 * day), personId);
    await expect(
      resendInvitation(at(world.actors.rita, invitationLifetime + 3 * day), { seatId }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is taken back before it is accepted, and not after', async () => {
    const { seatId, personId } = await invite('quattro@segrate.example');
    await revokeInvitation(at(world.actors.rita), { seatId });
    expect(await entersOn('quattro@segrate.example', 1000)).toBe(false);
    await acceptInvitations(at(system, 1000), personId);
    expect(await entersOn('quattro@segrate.example', 2000)).toBe(false);
    const other = await invite('cinque@segrate.example');
    await acceptInvitations(at(system), other.personId);
    await expect(revokeInvitation(at(world.actors.rita), { seatId: other.seatId })).rejects.toMatchObject({
      reason: 'already-in-seat',
    });
  });

  test('twice at once makes one seat', async () => {
    const both = await Promise.all(
      [invite('sei@segrate.example'), invite('sei@segrate.example')].map((one) =>
        one.catch((error) => error),
      ),
    );
    const seats = both.flatMap((one) => ('seatId' in one ? [one.seatId] : []));
    expect(new Set(seats).size).toBe(1);
  });

  test('a person who moves keeps the one account', async () => {
    const there = await invitePerson(at(world.actors.olga), {
      ...{ email: 'matteo@segrate.example', organization: 'sovico', role: 'operator' },
    });
    expect(there).toMatchObject({ personId: world.actors.matteo.personId, isNewPerson: false });
    expect(await db.$count(address, eq(address.personId, world.actors.matteo.personId))).toBe(1);
  });
});

describe('how many hold a role', () => {
  const referent = (name: string) =>
    invitePerson(at(world.actors.olga), {
      email: `${name}@patronato.example`,
      organization: 'patronato',
      role: 'referent',
    });

  test('accredited organisations have two referents: of two at once for the last seat one wins', async () => {
    await referent('primo');
    const both = await Promise.allSettled([referent('secondo'), referent('terzo')]);
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []));
    expect(lost).toEqual(['seats-full']);
  });

  test('the database itself holds to it, whatever writes', async () => {
    const [patronato] = await db.select().from(organization).where(eq(organization.slug, 'patronato'));
    const row = {
      personId: world.actors.ada.personId,
      organizationId: patronato?.id ?? '',
      role: 'referent' as const,
    };
    await expect(db.insert(seat).values(row)).rejects.toMatchObject({
      cause: { constraint_name: 'seat_limit' },
    });
  });

  test('the secretariat sets the number; what is there already stays', async () => {
    await setSeatLimit(at(world.actors.olga), { kind: 'partner', role: 'referent', most: '3' });
    await referent('quarto');
    await setSeatLimit(at(world.actors.olga), { kind: 'partner', role: 'referent', most: '1' });
    const { seats } = await listSeats(at(world.actors.olga), 'patronato');
    expect(seats.filter(({ state }) => state === 'invited')).toHaveLength(3);
    await setSeatLimit(at(world.actors.olga), { kind: 'partner', role: 'referent', most: '' });
    expect(await listSeatLimits(at(world.actors.olga))).toEqual([]);
    await expect(
      setSeatLimit(at(world.actors.olga), { kind: 'partner', role: 'referent', most: '0' }),
    ).rejects.toMatchObject({
      reason: 'seat-limit-invalid',
    });
  });
});

test('the last referent does not leave others alone; the secretariat may take the seat all the same', async () => {
  const { rita, olga } = world.actors;
  await expect(endSeat(at(rita), { seatId: rita.seat.id })).rejects.toMatchObject({
    reason: 'last-referent',
  });
  await endSeat(at(olga), { seatId: rita.seat.id });
});

test.each([
  ['held', { endedAt: null, expiresAt: null, acceptedAt: null, revokedAt: null }],
  ['held', { endedAt: null, expiresAt: new Date(1), acceptedAt: new Date(0), revokedAt: null }],
  ['invited', { endedAt: new Date(9), expiresAt: new Date(9), acceptedAt: null, revokedAt: null }],
  ['expired', { endedAt: new Date(1), expiresAt: new Date(1), acceptedAt: null, revokedAt: null }],
  ['revoked', { endedAt: new Date(1), expiresAt: new Date(9), acceptedAt: null, revokedAt: new Date(1) }],
  ['ended', { endedAt: new Date(1), expiresAt: new Date(9), acceptedAt: new Date(0), revokedAt: null }],
  ['ended', { endedAt: new Date(1), expiresAt: null, acceptedAt: null, revokedAt: null }],
])('a seat is %s: %o', (state, dates) => {
  expect(stateOfSeat(dates, new Date(5))).toBe(state);
});
