import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { address, mailStop, person } from '@/db/schema';
import { findInvited } from '@/lib/auth/find-invited';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { listCaught } from '@/lib/platform/mail/caught';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld } from '@/lib/testing/world';
import { confirmAddress } from './confirm-address';
import { addressLinkLifetime } from './model';
import { readAddressLink } from './read-address-link';
import { requestAddress } from './request-address';
import { sealAddress } from './seal-address';

const database = await testDatabase();
const { db } = database;
const folder = await localMail();
const world = await createWorld(db);
const { rita, matteo, olga, elena } = world.actors;
const start = new Date();
const as = (actor: Actor, now = start): Context => ({ db, actor, now });
const until = start.getTime() + addressLinkLifetime;

const linkFor = (personId: string, email: string, end = until) => ({
  email,
  until: end,
  seal: sealAddress({ personId, email, until: end }),
});

test('from the mail to the new address, and the former one is told', async () => {
  await requestAddress(as(matteo), { email: 'Matteo@San-Donato.example' });
  expect(await findInvited(db, 'matteo@san-donato.example', start)).toBeNull();
  await runJobs(database);
  const asked = (await listCaught(folder)).find(({ to }) => to === 'matteo@san-donato.example');
  const [, query = ''] = /\/profilo\/indirizzo\?(\S+)/.exec(asked?.text ?? '') ?? [];
  const said = new URLSearchParams(query);
  const link = { email: said.get('indirizzo'), until: said.get('fino'), seal: said.get('sigillo') };
  await db.insert(mailStop).values({
    ...{
      email: 'matteo@segrate.example',
      personId: matteo.personId,
      kind: 'permanent' as const,
      stoppedAt: start,
    },
  });
  await confirmAddress(as(matteo), { ...link, keep: false });
  const [self] = await db.select().from(person).where(eq(person.id, matteo.personId));
  expect(self).toMatchObject({ email: 'matteo@san-donato.example', emailVerified: start });
  expect(await findInvited(db, 'matteo@san-donato.example', start)).toMatchObject({
    personId: matteo.personId,
  });
  expect(await findInvited(db, 'matteo@segrate.example', start)).toBeNull();
  expect((await db.select().from(mailStop))[0]?.personId).toBeNull();
  await runJobs(database);
  const told = (await listCaught(folder)).find(({ to }) => to === 'matteo@segrate.example');
  expect(told?.subject).toBe('L’indirizzo per entrare in Raccordo è cambiato');
});

test('the former address may go on signing in', async () => {
  await confirmAddress(as(elena), { ...linkFor(elena.personId, 'elena@altrove.example'), keep: true });
  for (const email of ['elena@altrove.example', 'elena@sovico.example']) {
    expect(await findInvited(db, email, start)).toMatchObject({ personId: elena.personId });
  }
});

const good = linkFor(rita.personId, 'rita@altrove.example');

test.each<[string, Actor, Date, object]>([
  ['somebody else’s', olga, start, good],
  ['too old', rita, new Date(until), good],
  ['made longer', rita, start, { ...good, until: until + 1 }],
  ['for another address', rita, start, { ...good, email: 'altra@altrove.example' }],
  ['without a seal', rita, start, { ...good, seal: '' }],
])('a link that is %s works for nobody', async (_case, actor, now, link) => {
  expect(() => readAddressLink(as(actor, now), link)).toThrow('link-expired');
  await expect(confirmAddress(as(actor, now), { ...link, keep: true })).rejects.toMatchObject({
    ...{ code: 'gone', reason: 'link-expired' },
  });
});

test('what asking refuses', async () => {
  await db.insert(address).values({ email: 'ufficio@segrate.example', kind: 'office' });
  const ask = (email: string, actor: Actor = olga) => requestAddress(as(actor), { email });
  await expect(ask('boh')).rejects.toMatchObject({ reason: 'address-invalid' });
  await expect(ask('olga@sandonato.example')).rejects.toMatchObject({ reason: 'address-same' });
  await expect(ask('ufficio@segrate.example')).rejects.toMatchObject({ reason: 'address-is-shared' });
  await expect(ask('rita@segrate.example')).rejects.toMatchObject({ reason: 'address-taken' });
  await expect(ask('x@segrate.example', anonymous)).rejects.toMatchObject({ code: 'not-allowed' });
  await ask('uno@sandonato.example');
  await ask('due@sandonato.example');
  await expect(ask('tre@sandonato.example')).rejects.toMatchObject({ code: 'too-many' });
});

test('an address that became another’s meanwhile is not taken', async () => {
  await db.insert(address).values({ email: good.email, kind: 'personal', personId: olga.personId });
  const late = confirmAddress(as(rita), { ...good, keep: true });
  await expect(late).rejects.toMatchObject({ code: 'conflict', reason: 'address-taken' });
});
