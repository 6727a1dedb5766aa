import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { address, auditEntry, leadMandate, person, seat, session } from '@/db/schema';
import { findActor } from '@/lib/auth/find-actor';
import { hashSessionToken } from '@/lib/auth/model';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { listCaught } from '@/lib/platform/mail/caught';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld, type World } from '@/lib/testing/world';
import { addOrganization } from './add-organization';
import { chooseLanguage } from './choose-language';
import { chooseShortcuts } from './choose-shortcuts';
import { endSeat } from './end-seat';
import { invitePerson } from './invite-person';
import { noteHoliday } from './note-holiday';
import { findOrganization, findProfile, listOrganizations } from './queries';
import { revokeSession } from './revoke-session';
import { switchSeat } from './switch-seat';
import { updateProfile } from './update-profile';

const database = await testDatabase();
const { db } = database;
const commandLine: Actor = { kind: 'system', name: 'command-line' };
const as = (actor: Actor): Context => ({ db, actor, now: new Date() });
let world: World;
const folder = await localMail();

beforeAll(async () => {
  world = await createWorld(db);
});

async function openSession(personId: string, token: string = newId()) {
  const id = newId();
  const expires = new Date(Date.now() + 60_000);
  await db.insert(session).values({ id, userId: personId, sessionToken: hashSessionToken(token), expires });
  return { id, token };
}

test('an invitation makes person, address and seat, is recorded, and arrives by mail', async () => {
  const input = { email: 'Anna.Bianchi@segrate.example', organization: 'segrate', role: 'operator' };
  const made = await invitePerson(as(world.actors.rita), input);
  expect(made).toMatchObject({ isNewPerson: true, isNewSeat: true });
  const [written] = await db.select().from(person).where(eq(person.id, made.personId));
  expect(written).toMatchObject({
    name: 'Anna Bianchi',
    email: 'anna.bianchi@segrate.example',
    hasAccount: true,
  });
  const [entry] = await db
    .select()
    .from(auditEntry)
    .where(eq(auditEntry.subject, `seat:${made.seatId}`));
  expect(entry).toMatchObject({ act: 'people.invite-person', personId: world.actors.rita.personId });
  await runJobs(database);
  const [mail] = await listCaught(folder);
  expect(mail?.to).toBe('anna.bianchi@segrate.example');
  expect(mail?.subject).toBe('Invito in Raccordo per Comune di Segrate');
  expect(mail?.text).toContain('http://localhost:3000/accesso?indirizzo=anna.bianchi%40segrate.example');
});

test('E95: whoever is invited at a certified mailbox is told that it is a test of delivery', async () => {
  for (const email of ['ufficio@pec.segrate.example', 'ufficio@segrate.example']) {
    await invitePerson(as(world.actors.rita), { email, organization: 'segrate', role: 'reader' });
  }
  await runJobs(database);
  const told = (await listCaught(folder)).filter(({ text }) => text.includes('casella PEC'));
  expect(told.map(({ to }) => to)).toEqual(['ufficio@pec.segrate.example']);
});

test('inviting again writes nothing new and mails again', async () => {
  const input = { email: 'due@segrate.example', organization: 'segrate', role: 'reader', name: 'Due Volte' };
  const first = await invitePerson(as(commandLine), input);
  await runJobs(database);
  const before = (await listCaught(folder)).length;
  const again = await invitePerson(as(commandLine), input);
  expect(again).toEqual({ ...first, isNewPerson: false, isNewSeat: false });
  await runJobs(database);
  expect(await listCaught(folder)).toHaveLength(before + 1);
});

test('a former writer of the archive becomes the person with an account', async () => {
  const id = newId();
  await db.insert(person).values({ id, name: 'Carla Zoni', email: 'carla@sovico.example' });
  const input = { email: 'carla@sovico.example', organization: 'sovico', role: 'operator' };
  const made = await invitePerson(as(world.actors.olga), input);
  expect(made).toMatchObject({ personId: id, isNewPerson: false, isNewSeat: true });
  const [known] = await db.select().from(person).where(eq(person.id, id));
  expect(known).toMatchObject({ name: 'Carla Zoni', hasAccount: true });
});

test('what an invitation refuses', async () => {
  await db.insert(address).values({ email: 'stranieri@segrate.example', kind: 'office' });
  const good = { email: 'x@segrate.example', organization: 'segrate', role: 'operator' };
  const { matteo, rita } = world.actors;
  const refused = (actor: Actor, change: object) => invitePerson(as(actor), { ...good, ...change });
  await expect(refused(commandLine, { organization: 'atlantide' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(refused(commandLine, { role: 'king' })).rejects.toMatchObject({ reason: 'role-unknown' });
  await expect(refused(commandLine, { email: 'x' })).rejects.toMatchObject({ reason: 'address-invalid' });
  const shared = refused(commandLine, { email: 'stranieri@segrate.example' });
  await expect(shared).rejects.toMatchObject({ code: 'conflict', reason: 'address-is-shared' });
  await expect(refused(rita, { organization: 'sovico' })).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(refused(matteo, {})).rejects.toMatchObject({ code: 'not-allowed' });
});

test('a person with two seats switches in one session only', async () => {
  const { matteo } = world.actors;
  const second = { email: 'matteo@segrate.example', organization: 'sovico', role: 'reader' };
  const { seatId } = await invitePerson(as(world.actors.olga), second);
  const [here, there] = [await openSession(matteo.personId), await openSession(matteo.personId)];
  const acting = async (token: string) => {
    const { actor } = await findActor(db, token, new Date());
    if (actor.kind !== 'member') throw new Error('not signed in');
    return actor;
  };
  await switchSeat(as(await acting(here.token)), { seatId, sessionId: here.id });
  expect((await acting(here.token)).seat.organization.slug).toBe('sovico');
  expect((await acting(there.token)).seat.organization.slug).toBe('segrate');
  const foreign = { seatId: world.actors.olga.seat.id, sessionId: here.id };
  await expect(switchSeat(as(matteo), foreign)).rejects.toMatchObject({ reason: 'seat-not-found' });
  await endSeat(as(world.actors.olga), { seatId });
  expect((await acting(here.token)).seat.organization.slug).toBe('segrate');
});

test('a profile shows and changes one’s own, and ends one’s own sessions only', async () => {
  const { elena, piero } = world.actors;
  const [mine, other] = [await openSession(elena.personId), await openSession(elena.personId)];
  const foreign = await openSession(piero.personId);
  await updateProfile(as(elena), {
    name: 'Elena Colli',
    phone: '02 1234 int. 5',
    signature: 'E.',
    locale: 'en',
  });
  const profile = await findProfile(as(elena), mine.id);
  expect(profile).toMatchObject({ phone: '02 1234 int. 5', signature: 'E.', locale: 'en' });
  expect(profile.sessions.filter(({ current }) => current).map(({ id }) => id)).toEqual([mine.id]);
  await revokeSession(as(elena), { sessionId: other.id });
  expect((await findActor(db, other.token, new Date())).actor).toEqual(anonymous);
  const theirs = revokeSession(as(elena), { sessionId: foreign.id });
  await expect(theirs).rejects.toMatchObject({ reason: 'session-not-found' });
  await chooseLanguage(as(elena), { locale: '' });
  expect((await findProfile(as(elena), null)).locale).toBe('');
  const wrong = { name: 'E', phone: 'mille', signature: '', locale: '' };
  await expect(updateProfile(as(elena), wrong)).rejects.toMatchObject({ field: 'name' });
  await expect(updateProfile(as(anonymous), profile)).rejects.toMatchObject({ code: 'not-allowed' });
});

test('a holiday note is kept until it is taken away, shortcuts until they are switched off', async () => {
  const { elena } = world.actors;
  await noteHoliday(as(elena), { note: 'In ferie, scrivere a Rita', until: '2026-08-31' });
  await chooseShortcuts(as(elena), { shortcuts: true });
  expect(await findProfile(as(elena), null)).toMatchObject({
    holidayNote: 'In ferie, scrivere a Rita',
    holidayUntil: '2026-08-31',
    shortcuts: true,
  });
  await noteHoliday(as(elena), { note: '', until: '2026-08-31' });
  expect(await findProfile(as(elena), null)).toMatchObject({ holidayNote: '', holidayUntil: '' });
  const wrong = noteHoliday(as(elena), { note: 'x', until: '2026-02-30' });
  await expect(wrong).rejects.toMatchObject({ reason: 'day-invalid' });
});

test('organisations are public, persons and mailboxes are for members', async () => {
  const list = await listOrganizations(as(anonymous));
  expect(list.find(({ isLead }) => isLead)?.slug).toBe('san-donato');
  const outside = await findOrganization(as(anonymous), 'segrate');
  expect(outside).toMatchObject({ name: 'Comune di Segrate', people: null, mailboxes: null });
  const inside = await findOrganization(as(world.actors.piero), 'segrate');
  expect(inside.people?.map(({ name }) => name)).toContain('Rita Sala');
  await expect(findOrganization(as(anonymous), 'atlantide')).rejects.toMatchObject({ code: 'not-found' });
});

test('the lead body changes on its day', async () => {
  await db.update(leadMandate).set({ endedOn: '2030-01-01' });
  await db
    .insert(leadMandate)
    .values({ organizationId: world.organizations.segrate, startedOn: '2030-01-01' });
  const leadOn = async (moment: string) => {
    const list = await listOrganizations({ ...as(anonymous), now: new Date(moment) });
    return list.filter(({ isLead }) => isLead).map(({ slug }) => slug);
  };
  expect(await leadOn('2029-12-31T22:30:00Z')).toEqual(['san-donato']);
  expect(await leadOn('2029-12-31T23:30:00Z')).toEqual(['segrate']);
});

test('an ended seat leaves the list of colleagues', async () => {
  const made = await invitePerson(as(commandLine), {
    email: 'breve@sovico.example',
    organization: 'sovico',
    role: 'reader',
  });
  await endSeat(as(commandLine), { seatId: made.seatId });
  const view = await findOrganization(as(world.actors.olga), 'sovico');
  expect(view.people?.map(({ id }) => id)).not.toContain(made.personId);
  const [kept] = await db.select().from(seat).where(eq(seat.id, made.seatId));
  expect(kept?.endedAt).not.toBeNull();
});

test('an organisation is named once, and leads only where nobody does', async () => {
  const input = {
    slug: 'comune-pioltello',
    name: 'Comune di Pioltello',
    kind: 'commune',
    status: 'member',
    lead: false,
  };
  await addOrganization(as(commandLine), input);
  expect(await findOrganization(as(anonymous), 'comune-pioltello')).toMatchObject({
    name: input.name,
    isLead: false,
  });
  const again = (change: object) => addOrganization(as(commandLine), { ...input, ...change });
  await expect(again({})).rejects.toMatchObject({ code: 'conflict', reason: 'slug-taken' });
  await expect(again({ slug: 'altro', lead: true })).rejects.toMatchObject({ reason: 'lead-taken' });
  await expect(again({ slug: 'Altro Ente' })).rejects.toMatchObject({ reason: 'slug-invalid' });
  await db.delete(leadMandate);
  await again({ slug: 'altro', lead: true });
  expect((await findOrganization(as(anonymous), 'altro')).isLead).toBe(true);
  await expect(addOrganization(as(world.actors.rita), input)).rejects.toMatchObject({ code: 'not-allowed' });
});
