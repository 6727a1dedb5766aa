import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { organization, seat } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, type World } from '@/lib/testing/world';
import { endSeat } from '../end-seat';
import { invitePerson } from '../invite-person';
import { acceptInvitations } from './accept-invitations';
import { listSeatLimits } from './queries';
import { resendInvitation } from './resend-invitation';
import { revokeInvitation } from './revoke-invitation';
import { setSeatLimit } from './set-seat-limit';

const { db } = await testDatabase();
const as = (actor: Actor): Context => ({ db, actor, now: new Date() });
const commandLine: Actor = { kind: 'system', name: 'command-line' };
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
  await db
    .insert(organization)
    .values({ slug: 'patronato', name: 'Patronato di Prova', kind: 'partner', status: 'external' });
});

const invite = (name: string, organizationSlug = 'patronato', role = 'referent') =>
  invitePerson(as(commandLine), { email: `${name}@prova.example`, organization: organizationSlug, role });

test('two referents for an accredited organisation, two at once for the last place: one wins', async () => {
  const first = await invite('prima');
  const ends = await Promise.allSettled([invite('seconda'), invite('terza')]);
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toBeInstanceOf(Refusal);
  expect(refused[0]).toMatchObject({ code: 'conflict', reason: 'seats-full', values: { most: 2 } });
  const held = await db
    .select()
    .from(seat)
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .where(and(eq(organization.slug, 'patronato'), eq(seat.role, 'referent')));
  expect(held).toHaveLength(2);
  await acceptInvitations(as(anonymous), first.personId);
  await expect(invite('quarta', 'patronato', 'reader')).resolves.toMatchObject({ isNewSeat: true });
});

test('an invitation taken back, or a seat that ended, makes room', async () => {
  const { seatId } = await invite('presidente', 'prefettura', 'officer');
  await setSeatLimit(as(world.actors.olga), { kind: 'institution', role: 'officer', most: '2' });
  await expect(invite('vice', 'prefettura', 'officer')).rejects.toMatchObject({ reason: 'seats-full' });
  await revokeInvitation(as(commandLine), { seatId });
  const vice = await invite('vice', 'prefettura', 'officer');
  await expect(invite('terzo', 'prefettura', 'officer')).rejects.toMatchObject({ reason: 'seats-full' });
  await endSeat(as(commandLine), { seatId: vice.seatId });
  await expect(invite('terzo', 'prefettura', 'officer')).resolves.toMatchObject({ isNewSeat: true });
});

test('lowering a limit takes no seat and stops new ones', async () => {
  const one = await invite('uno', 'sovico', 'operator');
  const two = await invite('due', 'sovico', 'operator');
  await acceptInvitations(as(anonymous), one.personId);
  await setSeatLimit(as(world.actors.olga), { kind: 'commune', role: 'operator', most: '1' });
  const again = resendInvitation(as(commandLine), { seatId: two.seatId });
  await expect(again).rejects.toMatchObject({ reason: 'no-seat-left' });
  await acceptInvitations(as(anonymous), two.personId);
  const [waiting] = await db.select().from(seat).where(eq(seat.id, two.seatId));
  expect(waiting?.endedAt).not.toBeNull();
  await endSeat(as(commandLine), { seatId: one.seatId });
  await acceptInvitations(as(anonymous), two.personId);
  const [held] = await db.select().from(seat).where(eq(seat.id, two.seatId));
  expect(held?.endedAt).toBeNull();
});

test('limits are listed, changed and taken away by the secretariat', async () => {
  const { olga, rita } = world.actors;
  await setSeatLimit(as(olga), { kind: 'commune', role: 'operator', most: '5' });
  expect(await listSeatLimits(as(olga))).toEqual([
    { kind: 'commune', role: 'operator', most: 5 },
    { kind: 'institution', role: 'officer', most: 2 },
    { kind: 'partner', role: 'referent', most: 2 },
  ]);
  await setSeatLimit(as(olga), { kind: 'commune', role: 'operator', most: '' });
  await setSeatLimit(as(olga), { kind: 'institution', role: 'officer', most: '' });
  expect(await listSeatLimits(as(olga))).toEqual([{ kind: 'partner', role: 'referent', most: 2 }]);
  await expect(listSeatLimits(as(rita))).rejects.toMatchObject({ reason: 'secretariat-only' });
});
