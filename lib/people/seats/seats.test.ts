import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry, invitation, seat, session } from '@/db/schema';
import { findInvited } from '@/lib/auth/find-invited';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { listCaught } from '@/lib/platform/mail/caught';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld, type World } from '@/lib/testing/world';
import { endSeat } from '../end-seat';
import { invitePerson } from '../invite-person';
import { findMember } from '../queries';
import { switchSeat } from '../switch-seat';
import { acceptInvitations } from './accept-invitations';
import { findInvitationState, listSeats } from './queries';
import { resendInvitation } from './resend-invitation';
import { revokeInvitation } from './revoke-invitation';

const database = await testDatabase();
const { db } = database;
const folder = await localMail();
const start = new Date();
const inDays = (days: number) => new Date(start.getTime() + days * 86_400_000);
const as = (actor: Actor, now = start): Context => ({ db, actor, now });
const commandLine: Actor = { kind: 'system', name: 'command-line' };
const world: World = await createWorld(db);
const { rita, matteo, olga, elena } = world.actors;
let count = 0;
let email: string;

beforeEach(() => {
  count += 1;
  email = `invitata${count}@segrate.example`;
});

const invite = (role = 'operator', now = start) =>
  invitePerson(as(rita, now), { email, organization: 'segrate', role });
const seatOf = async (id: string) => (await db.select().from(seat).where(eq(seat.id, id)))[0];
const offerOf = async (seatId: string) =>
  (await db.select().from(invitation).where(eq(invitation.seatId, seatId)))[0];
const stateOf = async (seatId: string, now = start) =>
  (await listSeats(as(rita, now), 'segrate')).seats.find(({ id }) => id === seatId)?.state;

test('an invitation is a seat of thirty days; accepting takes its end away', async () => {
  const { seatId, personId } = await invite();
  expect((await seatOf(seatId))?.endedAt).toEqual(inDays(30));
  expect(await findInvited(db, email, inDays(29))).toMatchObject({ personId });
  expect(await findInvited(db, email, inDays(30))).toBeNull();
  await acceptInvitations(as(anonymous, inDays(29)), personId);
  expect((await seatOf(seatId))?.endedAt).toBeNull();
  expect(await offerOf(seatId)).toMatchObject({ acceptedAt: inDays(29), revokedAt: null });
  expect(await findInvited(db, email, inDays(31))).toMatchObject({ personId });
  const acts = await db
    .select({ act: auditEntry.act })
    .from(auditEntry)
    .where(eq(auditEntry.subject, `seat:${seatId}`));
  expect(acts.map(({ act }) => act)).toEqual(['people.invite-person', 'people.accept-invitation']);
});

test('signing in too late accepts nothing', async () => {
  const { seatId, personId } = await invite();
  await acceptInvitations(as(anonymous, inDays(30)), personId);
  expect(await offerOf(seatId)).toMatchObject({ acceptedAt: null });
});

test('acting for the organisation that invited accepts', async () => {
  const made = await invitePerson(as(rita), {
    ...{ email: 'elena@sovico.example', organization: 'segrate', role: 'reader' },
  });
  const sessionId = newId();
  await db
    .insert(session)
    .values({ id: sessionId, userId: elena.personId, sessionToken: sessionId, expires: inDays(1) });
  const self = await findMember(as(anonymous), elena.personId);
  expect(self?.seats.map(({ organization: { slug } }) => slug)).toEqual(['sovico', 'segrate']);
  if (self) await switchSeat(as(self), { seatId: made.seatId, sessionId });
  expect((await seatOf(made.seatId))?.endedAt).toBeNull();
});

test('inviting again renews the offer; who holds the seat cannot be invited to it', async () => {
  const { seatId, personId } = await invite();
  expect(await invite('operator', inDays(10))).toMatchObject({ seatId, isNewSeat: false });
  expect((await seatOf(seatId))?.endedAt).toEqual(inDays(40));
  await acceptInvitations(as(anonymous, inDays(11)), personId);
  await expect(invite('operator', inDays(12))).rejects.toMatchObject({
    ...{ code: 'conflict', reason: 'already-in-seat', field: 'email' },
  });
  expect((await seatOf(seatId))?.endedAt).toBeNull();
  const fromBefore = { email: 'matteo@segrate.example', organization: 'segrate', role: 'operator' };
  await expect(invitePerson(as(rita), fromBefore)).rejects.toMatchObject({ reason: 'already-in-seat' });
});

test('two invitations at once make one person and one seat', async () => {
  const [one, other] = await Promise.all([invite(), invite()]);
  expect(one).toMatchObject({ personId: other.personId, seatId: other.seatId });
  const seats = await db.select().from(seat).where(eq(seat.personId, one.personId));
  expect(seats).toHaveLength(1);
  const elsewhere = [
    invitePerson(as(olga), { email: `x-${email}`, organization: 'segrate', role: 'reader' }),
    invitePerson(as(olga), { email: `x-${email}`, organization: 'sovico', role: 'reader' }),
  ];
  const [here, there] = await Promise.all(elsewhere);
  expect(here?.personId).toBe(there?.personId);
});

test('an invitation that ran out can be sent again, and is worth thirty new days', async () => {
  const { seatId } = await invite();
  expect(await stateOf(seatId, inDays(31))).toBe('expired');
  await resendInvitation(as(olga, inDays(31)), { seatId });
  expect(await stateOf(seatId, inDays(31))).toBe('invited');
  expect((await seatOf(seatId))?.endedAt).toEqual(inDays(61));
  expect(await offerOf(seatId)).toMatchObject({ invitedById: olga.personId, sentAt: inDays(31) });
  await expect(resendInvitation(as(rita), { seatId: matteo.seat.id })).rejects.toMatchObject({
    reason: 'seat-not-found',
  });
});

test('who was invited anew is not invited by the old invitation too', async () => {
  const { seatId } = await invite();
  const again = await invite('operator', inDays(32));
  expect(again).toMatchObject({ isNewSeat: true });
  const late = resendInvitation(as(rita, inDays(33)), { seatId });
  await expect(late).rejects.toMatchObject({ reason: 'already-in-seat' });
  expect(await stateOf(seatId, inDays(33))).toBeUndefined();
  expect(await stateOf(again.seatId, inDays(33))).toBe('invited');
});

test('a revoked invitation is over, and its page says so', async () => {
  const { seatId, personId } = await invite();
  const { id = '' } = (await offerOf(seatId)) ?? {};
  expect(await findInvitationState(as(anonymous), id)).toBe('invited');
  expect(await findInvitationState(as(anonymous), 'boh')).toBeNull();
  expect(await findInvitationState(as(anonymous), seatId)).toBeNull();
  await revokeInvitation(as(rita), { seatId });
  const later = new Date(Date.now() + 1000);
  expect(await findInvitationState(as(anonymous), id)).toBe('revoked');
  expect(await findInvited(db, email, later)).toBeNull();
  await acceptInvitations(as(anonymous, later), personId);
  expect(await offerOf(seatId)).toMatchObject({ acceptedAt: null });
  await expect(revokeInvitation(as(rita), { seatId })).rejects.toMatchObject({ reason: 'invitation-over' });
  const sent = resendInvitation(as(rita, later), { seatId });
  await expect(sent).rejects.toMatchObject({ reason: 'invitation-revoked' });
});

test('what was accepted is not revoked; ending an offer revokes it', async () => {
  const { seatId, personId } = await invite();
  await acceptInvitations(as(anonymous), personId);
  const late = revokeInvitation(as(rita), { seatId });
  await expect(late).rejects.toMatchObject({ code: 'conflict', reason: 'invitation-accepted' });
  email = `altra-${email}`;
  const other = await invite();
  await endSeat(as(rita), { seatId: other.seatId });
  expect(await stateOf(other.seatId)).toBe('revoked');
});

test('the only referent of a commune stays while others work there, but for the secretariat', async () => {
  const own = endSeat(as(rita), { seatId: rita.seat.id });
  await expect(own).rejects.toMatchObject({ code: 'conflict', reason: 'own-last-referent' });
  const offered = await invite('referent');
  await expect(endSeat(as(rita), { seatId: rita.seat.id })).rejects.toMatchObject({
    reason: 'own-last-referent',
  });
  await acceptInvitations(as(anonymous), offered.personId);
  const second = await findMember(as(anonymous), offered.personId);
  if (!second) throw new Error('the invited referent has no seat');
  const both = [endSeat(as(second), { seatId: rita.seat.id }), endSeat(as(rita), { seatId: second.seat.id })];
  const ends = await Promise.allSettled(both);
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const kept = ends[0]?.status === 'fulfilled' ? second : rita;
  await endSeat(as(olga), { seatId: kept.seat.id });
  expect((await seatOf(kept.seat.id))?.endedAt).not.toBeNull();
  await db.update(seat).set({ endedAt: null }).where(eq(seat.id, rita.seat.id));
});

test('seats are listed with their state and when their holder was last here', async () => {
  const { seatId, personId } = await invite('reader');
  const view = await listSeats(as(olga), 'segrate');
  const row = view.seats.find(({ id }) => id === seatId);
  expect(row).toMatchObject({ personId, state: 'invited', expiresAt: inDays(30), lastSeenAt: null });
  const seen = new Date('2026-09-01T10:00:00Z');
  const signedIn = new Date('2026-08-01T10:00:00Z');
  await db.insert(auditEntry).values({
    ...{ act: 'auth.sign-in', subject: `person:${matteo.personId}`, createdAt: signedIn },
  });
  const lastSeen = async () =>
    (await listSeats(as(rita), 'segrate')).seats.find(({ id }) => id === matteo.seat.id)?.lastSeenAt;
  expect(await lastSeen()).toEqual(signedIn);
  const values = { userId: matteo.personId, sessionToken: newId(), expires: inDays(1) };
  await db.insert(session).values({ ...values, lastSeenAt: seen });
  expect(await lastSeen()).toEqual(seen);
  await expect(listSeats(as(matteo), 'segrate')).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(listSeats(as(rita), 'sovico')).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(listSeats(as(olga), 'atlantide')).rejects.toMatchObject({ code: 'not-found' });
});

test('the mail names who invites, for what, until when, and its invitation', async () => {
  await runJobs(database);
  const before = (await listCaught(folder)).length;
  const { seatId } = await invite();
  await invitePerson(as(commandLine), { email: `da-${email}`, organization: 'segrate', role: 'reader' });
  await runJobs(database);
  const caught = await listCaught(folder);
  expect(caught).toHaveLength(before + 2);
  const text = caught.find(({ to }) => to === email)?.text ?? '';
  const until = inDays(30).toLocaleDateString('it-IT', { year: 'numeric', timeZone: 'Europe/Rome' });
  expect(text).toContain('Rita Sala invita questo indirizzo in Raccordo per conto di Comune di Segrate');
  expect(text).toContain('con l’incarico: operatore');
  expect(text).toMatch(new RegExp(`L’invito vale fino a [a-zì]+ \\d+ [a-z]+ ${until}`));
  expect(text).toContain(`&invito=${(await offerOf(seatId))?.id}`);
  expect(caught.find(({ to }) => to === `da-${email}`)?.text).toContain('questo indirizzo è invitato');
});
