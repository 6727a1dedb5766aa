import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { expect, test } from 'vitest';
import { address, automaticAnswer, delivery, mail, person, post, postRemoval, seat } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { mergeThreads } from '@/lib/forum/moves/merge-threads';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, worldEmail } from '@/lib/testing/world';
import { parseMail } from '../reading/parse-mail';
import { signId } from '../tokens/sign-id';
import { judgeMail } from './judge-mail';
import { loadKnown } from './load-known';
import type { Envelope } from './model';

const { db, sql: sqlOf } = await testDatabase();
const world = await createWorld(db);
const now = new Date('2026-11-24T12:00:00Z');
const ctx = { db, actor: { kind: 'system', name: 'worker' } as const, now };
const { rita, matteo } = world.actors;
const recent = { text: 'Come si fa?', at: new Date('2026-11-20T08:00:00Z') };
const planted = await plantThread(db, {
  ...{ areas: [world.areas.operatori], title: 'Idoneità alloggiativa', author: rita },
  posts: [recent, { ...recent, author: matteo, text: 'Così.' }],
});

const noEnvelope: Envelope = { from: null, to: [], authentication: null };

async function judge(lines: string[], envelope: Partial<Envelope> = {}, body = 'Grazie, proverò.') {
  const raw = Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}\r\n`);
  const parsed = await parseMail(raw, { receivedAt: now, now });
  const whole = { ...noEnvelope, ...envelope };
  return judgeMail(parsed, whole, await loadKnown(ctx, parsed, whole), now);
}

const fromRita = `From: Rita Sala <${worldEmail('rita')}>`;
const toArea = 'To: Operatori <Operatori@Liste.Raccordo.example>';

test('E30: a known sender and the address of an area open a thread', async () => {
  expect(await judge([fromRita, toArea, 'Subject: Nuovo modulo', 'Message-ID: <a@x>'])).toEqual({
    outcome: 'new-thread',
    author: { kind: 'person', personId: rita.personId, seatId: rita.seat.id },
    place: {
      ...{ kind: 'thread', areaIds: [world.areas.operatori], title: 'Nuovo modulo' },
      ...{ similarThreadId: null, formerThreadId: null },
    },
  });
});

test('E30 E31 E61: a token, In-Reply-To, an id of the provider and the root each find the thread', async () => {
  const copyId = newId();
  const copy = { id: copyId, personId: rita.personId, email: worldEmail('rita'), postId: await postOf(1) };
  await db.insert(delivery).values({ ...copy, providerMessageId: '0102-ses-000000', state: 'sent' });
  const token = `r-${signId('reply', copyId)}@liste.raccordo.example`;
  const cases: [lines: string[], via: string, envelope?: Partial<Envelope>][] = [
    [['To: somebody@x.example'], 'token', { to: [token] }],
    [[`To: ${token}`], 'token'],
    [[toArea, `In-Reply-To: <${planted.messageId}>`], 'in-reply-to'],
    [[toArea, `References: <other@x> <${planted.messageId}>`], 'references'],
    [[toArea, 'In-Reply-To: <0102-ses-000000@eu-west-1.amazonses.com>'], 'in-reply-to'],
    [[toArea, `References: <topic.${planted.id}@liste.raccordo.example> <lost@x>`], 'root'],
    [[toArea, 'Subject: R: Idoneità alloggiativa'], 'subject'],
  ];
  for (const [lines, via, envelope] of cases) {
    const judged = await judge([fromRita, 'Message-ID: <a@x>', ...lines], envelope);
    expect(judged, via).toMatchObject({ outcome: 'posted', place: { threadId: planted.id, via } });
  }
});

async function postOf(number: number): Promise<string> {
  const [found] = await db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.threadId, planted.id), eq(post.number, number)));
  return found?.id ?? '';
}

test('E30 E93: the id a mail came in with leads to its post, also where the post goes by another', async () => {
  const row = { outcome: 'posted' as const, door: 'smtp' as const, size: 1, raw: Buffer.from('x') };
  const postId = await postOf(2);
  await db
    .insert(mail)
    .values({ ...row, messageId: 'outside@pec.example', bodyHash: 'a'.repeat(64), postId });
  const judged = await judge([fromRita, toArea, 'Subject: R: Altro', 'In-Reply-To: <outside@pec.example>']);
  expect(judged).toMatchObject({ place: { threadId: planted.id, replyToId: postId, via: 'in-reply-to' } });
});

test('E16 E25: strangers, organisations known by their domain, and our own mails', async () => {
  expect(await judge(['From: x@y.example', toArea, 'Subject: Ciao a tutti'])).toMatchObject({
    ...{ outcome: 'refused', reason: 'stranger', answer: true, personId: null },
  });
  expect(await judge(['From: x@uff.segrate.example', toArea, 'Subject: Ciao a tutti'])).toMatchObject({
    ...{ outcome: 'held', reason: 'outside-mailbox' },
    author: {
      kind: 'outsider',
      address: 'x@uff.segrate.example',
      organizationId: world.organizations.segrate,
    },
  });
  expect(await judge([fromRita, toArea, 'Subject: x', 'X-Loop: operatori@liste.raccordo.example'])).toEqual({
    ...{ outcome: 'automatic', reason: 'loop' },
  });
});

test('E36: a parent that was hidden still shows its thread', async () => {
  const postId = await postOf(1);
  const hidden = { kind: 'hidden' as const, personId: world.actors.olga.personId, removedAt: now };
  await db.insert(postRemoval).values({ ...hidden, postId, reason: 'Per ordine' });
  const judged = await judge([fromRita, toArea, `In-Reply-To: <${planted.messageId}>`]);
  expect(judged).toMatchObject({ outcome: 'posted', place: { threadId: planted.id, replyToId: postId } });
});

test('E11: a shared mailbox signs as the office, also of a longer domain and through certified mail', async () => {
  const organizationId = world.organizations.segrate;
  const office = { organizationId, verifiedAt: now };
  await db.insert(address).values([
    { ...office, email: 'stranieri@segrate.example', kind: 'office' },
    { ...office, email: 'protocollo@pec.segrate.example', kind: 'pec' },
  ]);
  const wanted = { outcome: 'new-thread', author: { kind: 'office', organizationId } };
  expect(await judge(['From: Stranieri@Segrate.example', toArea, 'Subject: Orari'])).toMatchObject(wanted);
  const certified = 'From: protocollo@pec.segrate.example';
  expect(await judge([certified, toArea, 'Subject: Orari'])).toMatchObject(wanted);
});

test('E11 E17: any verified address of a person; whose seats have ended is refused', async () => {
  const { elena } = world.actors;
  const second = { email: 'elena@vecchia.example', kind: 'personal' as const, personId: matteo.personId };
  await db.insert(address).values({ ...second, verifiedAt: now });
  expect(await judge(['From: elena@vecchia.example', toArea, 'Subject: Orari'])).toMatchObject({
    author: { personId: matteo.personId },
  });
  await db.update(seat).set({ endedAt: now }).where(eq(seat.personId, elena.personId));
  expect(await judge([`From: ${worldEmail('elena')}`, toArea, 'Subject: Orari'])).toMatchObject({
    ...{ outcome: 'refused', reason: 'suspended', personId: elena.personId },
  });
  const unverified = { email: 'nuova@segrate.example', kind: 'personal' as const };
  await db.insert(address).values({ ...unverified, personId: rita.personId });
  expect(await judge(['From: nuova@segrate.example', toArea, 'Subject: Orari'])).toMatchObject({
    ...{ outcome: 'refused', reason: 'address-unverified' },
  });
});

test('E16 E26: what came from an address within an hour, and what it was answered within a day', async () => {
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const row = { outcome: 'posted' as const, door: 'smtp' as const, size: 1, raw: Buffer.from('x') };
  const sent = { ...row, sender: worldEmail('piero'), createdAt: minutesAgo(59) };
  const from = `From: ${worldEmail('piero')}`;
  const asked = () => judge([from, toArea, 'Subject: Orari']);
  await db
    .insert(mail)
    .values([
      ...Array.from({ length: 29 }, () => sent),
      { ...sent, createdAt: minutesAgo(61) },
      { ...sent, door: 'import' as const },
    ]);
  expect(await asked()).toMatchObject({ outcome: 'new-thread' });
  await db.insert(mail).values(sent);
  expect(await asked()).toMatchObject({ outcome: 'held', reason: 'too-many-mails' });

  const stranger = () => judge(['From: nessuno@y.example', toArea, 'Subject: Orari']);
  const told = { email: 'Nessuno@y.example', reason: 'stranger' };
  await db.insert(automaticAnswer).values({ ...told, answeredAt: minutesAgo(24 * 60 + 1) });
  expect(await stranger()).toMatchObject({ reason: 'stranger', answer: true });
  await db.insert(automaticAnswer).values({ ...told, answeredAt: minutesAgo(24 * 60 - 1) });
  expect(await stranger()).toMatchObject({ reason: 'stranger', answer: false });
});

test('E82: a report without a way back finds the copy by message and receiver', async () => {
  const copyId = newId();
  const postId = await postOf(2);
  const copy = { id: copyId, personId: matteo.personId, email: worldEmail('matteo'), postId };
  await db.insert(delivery).values(copy);
  const judged = await judge(
    [
      'From: MAILER-DAEMON@mx.example',
      'To: operatori@liste.raccordo.example',
      'Subject: failure notice',
      'Return-Path: <>',
    ],
    {},
    `<${worldEmail('matteo')}>:\n550 5.1.1 User unknown\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <${postId}@liste.raccordo.example>`,
  );
  expect(judged).toMatchObject({
    ...{ outcome: 'bounce', reason: 'mailer-daemon' },
    reports: [{ deliveryId: copyId, email: worldEmail('matteo'), kind: 'permanent', status: '5.1.1' }],
  });
});

test('four statements at most, whatever a mail names', async () => {
  const statements: string[] = [];
  const counting = drizzle(sqlOf, { logger: { logQuery: (query) => statements.push(query) } });
  const lines = [fromRita, toArea, 'Subject: Re: Orari', `References: ${'<a@x> '.repeat(40)}<b@x>`];
  const parsed = await parseMail(Buffer.from(`${lines.join('\n')}\n\nx`), { receivedAt: now, now });
  await loadKnown({ ...ctx, db: counting as unknown as typeof db }, parsed, noEnvelope);
  expect(statements).toHaveLength(4);
});

test('E30: a mail that names a thread by its root finds the one it was merged into', async () => {
  const former = await plantThread(db, { areas: [world.areas.operatori], title: 'Unita', author: matteo });
  const merging = { db, actor: world.actors.olga, now };
  await mergeThreads(merging, { threadId: former.id, into: planted.id, reason: 'Lo stesso tema' });
  const root = `References: <topic.${former.id}@liste.raccordo.example> <lost@x>`;
  expect(await judge([fromRita, toArea, root, 'Subject: Re: Unita', 'Message-ID: <merged@x>'])).toMatchObject(
    {
      outcome: 'posted',
      place: { kind: 'reply', threadId: planted.id, via: 'root' },
    },
  );
});

test('E12 E14: what a relay on this machine found is read, though the machine itself was not checked', async () => {
  const authentication = { spf: 'none', dkim: 'none', dmarc: 'none', reason: 'loopback' as const };
  const failed = 'Authentication-Results: liste.raccordo.example; dmarc=fail header.from=segrate.example';
  const lines = [fromRita, toArea, 'Subject: Dal relay'];
  expect(await judge([failed, ...lines], { authentication })).toMatchObject({ reason: 'spoofed' });
  const passed = failed.replace('fail', 'pass');
  expect(await judge([passed, ...lines], { authentication })).toMatchObject({ outcome: 'new-thread' });
  expect(await judge(lines, { authentication })).toMatchObject({ outcome: 'new-thread' });
});

test('E11: the own address that a person signs in with is verified, also without a row of its own', async () => {
  const own = eq(address.email, worldEmail('rita'));
  const verify = (emailVerified: Date | null) =>
    db.update(person).set({ emailVerified }).where(eq(person.id, world.actors.rita.personId));
  const lines = [fromRita, toArea, 'Subject: Orari di agosto', 'Message-ID: <orari@x>'];
  const kept = await db.delete(address).where(own).returning();
  expect(await judge(lines)).toMatchObject({ outcome: 'refused', reason: 'address-unverified' });
  await verify(now);
  expect(await judge(lines)).toMatchObject({ outcome: 'new-thread' });
  await verify(null);
  await db.insert(address).values(kept);
});
