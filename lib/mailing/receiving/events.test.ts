import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bounce, delivery, mail, mailStop, post, providerEvent } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { signEvent, startResendInbox, webhookSecret } from '@/lib/testing/resend-inbox';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { handleEvent } from './handle-event';
import { reconcileReceived } from './reconcile-received';
import { takeInEvent } from './take-in-event';

const inbox = await startResendInbox();
process.env.RESEND_API_KEY = 're_test';
process.env.RESEND_WEBHOOK_SECRET = webhookSecret;
process.env.RESEND_BASE_URL = inbox.url;
afterAll(() => inbox.stop());

const database = await testDatabase();
const { db } = database;
const now = () => new Date();
const ctx = (at = now()): Context => ({ db, actor: { kind: 'system', name: 'worker' }, now: at });
let world: World;
let postId: string;

beforeAll(async () => {
  world = await createWorld(db);
  const { rita } = world.actors;
  const thread = await plantThread(db, { areas: [world.areas.operatori], title: 'Prova', author: rita });
  const [first] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, thread.id));
  postId = first?.id ?? '';
});

beforeEach(async () => {
  for (const table of [mailStop, bounce, delivery, mail, providerEvent]) await db.delete(table);
  await database.sql`delete from graphile_worker._private_jobs`;
  inbox.mails.clear();
  inbox.asked.length = 0;
  inbox.troubles.length = 0;
});

const to = ['operatori@liste.raccordo.example'];
const raw = 'From: matteo@segrate.example\r\nSubject: Prova\r\n\r\nTesto.\r\n';
const received = (id: string) => ({ type: 'email.received', created_at: '', data: { email_id: id, to } });

async function jobs(): Promise<{ task: string; payload: { eventId: string; again?: boolean } }[]> {
  return database.sql`select task_identifier as task, payload from graphile_worker.jobs
    join graphile_worker._private_jobs using (id) order by id`;
}

/** What the worker would do with every event that waits. */
async function handleAll(): Promise<void> {
  for (const { task, payload } of await jobs()) if (task === 'mail.event') await handleEvent(ctx(), payload);
}

async function plantCopy(providerId: string | null, person: 'matteo' | 'elena' = 'matteo'): Promise<string> {
  const id = newId();
  const { personId } = world.actors[person];
  const copy = { id, postId, personId, email: worldEmail(person), providerId, state: 'sent' as const };
  await db.insert(delivery).values(copy);
  return id;
}

test('E01: a wrong, missing or old signature is refused and nothing is stored', async () => {
  const good = signEvent(received('1'));
  const old = signEvent(received('1'), { at: new Date(Date.now() - 6 * 60_000) });
  const reshaped = Buffer.from(JSON.stringify(JSON.parse(good.body.toString()), null, 1));
  const wrong = [
    { ...good, signature: 'v1,AAAA' },
    { ...good, signature: '' },
    { ...good, id: `${good.id}x` },
    { ...good, timestamp: String(Number(good.timestamp) + 1) },
    { ...good, body: reshaped },
    { ...good, body: Buffer.concat([good.body, Buffer.from([0xff])]) },
    old,
  ];
  for (const signed of wrong) {
    await expect(takeInEvent(ctx(), signed)).rejects.toMatchObject({
      code: 'not-allowed',
      reason: 'signature-wrong',
    });
  }
  expect(await db.$count(providerEvent)).toBe(0);
  expect(await jobs()).toEqual([]);
});

test('E01: bytes that are no ASCII verify as they came, four minutes late as well', async () => {
  const event = { ...received('2'), note: 'Comunità di Roè Volciano — “prova”' };
  await takeInEvent(ctx(), signEvent(event, { at: new Date(Date.now() - 4 * 60_000) }));
  expect(await db.$count(providerEvent)).toBe(1);
});

test('E02, E03: a message that comes twice is one; nothing is fetched before the answer', async () => {
  const { id } = inbox.receive(raw, to);
  const signed = signEvent(received(id));
  await Promise.all([takeInEvent(ctx(), signed), takeInEvent(ctx(), signed)]);
  await takeInEvent(ctx(), signed);
  expect(inbox.asked).toEqual([]);
  expect(await jobs()).toHaveLength(1);
  await handleAll();
  await handleAll();
  expect(await db.$count(mail)).toBe(1);
});

test('E02: two messages about one mail store it once', async () => {
  const { id } = inbox.receive(raw, to);
  await takeInEvent(ctx(), signEvent(received(id)));
  await takeInEvent(ctx(), signEvent(received(id)));
  await Promise.all((await jobs()).map(({ payload }) => handleEvent(ctx(), payload)));
  const stored = await db.select().from(mail);
  expect(stored).toHaveLength(1);
  expect(stored[0]).toMatchObject({ door: 'webhook', providerId: id, envelopeTo: to, envelopeFrom: null });
});

test('E04: the bytes come from where the provider says, and an address that has ended is asked for anew', async () => {
  const { id } = inbox.receive(raw, to);
  inbox.expireNext = true;
  await takeInEvent(ctx(), signEvent(received(id)));
  await handleAll();
  const [stored] = await db.select().from(mail);
  expect(Buffer.from(stored?.raw ?? []).toString()).toBe(raw);
  expect(inbox.asked).toEqual([
    `GET /emails/receiving/${id}`,
    `GET /raw/${id}`,
    `GET /emails/receiving/${id}`,
    `GET /raw/${id}`,
  ]);
});

test('E03: a provider that does not answer leaves the message open for the next try', async () => {
  const { id } = inbox.receive(raw, to);
  await takeInEvent(ctx(), signEvent(received(id)));
  inbox.troubles.push(500);
  await expect(handleAll()).rejects.toThrow('Resend');
  expect(await db.$count(mail)).toBe(0);
  inbox.troubles.push(429);
  await expect(handleAll()).rejects.toThrow('Resend');
  await handleAll();
  expect(await db.$count(mail)).toBe(1);
});

test('E06: a mail whose message was lost is found in the night, once', async () => {
  const lost = inbox.receive(raw, to);
  const heard = inbox.receive(raw, to);
  inbox.receive(raw, to, new Date(Date.now() - 10 * 24 * 3_600_000));
  await takeInEvent(ctx(), signEvent(received(heard.id)));
  await handleAll();
  expect(await reconcileReceived(ctx())).toBe(1);
  await handleAll();
  const ids = (await db.select({ id: mail.providerId }).from(mail)).map(({ id }) => id);
  expect(ids.toSorted()).toEqual([lost.id, heard.id].toSorted());
  expect(await reconcileReceived(ctx())).toBe(0);
});

test('E06: more mails than a page holds are looked through', async () => {
  for (let count = 0; count < 230; count++) inbox.receive(raw, to, new Date(Date.now() - count * 1000));
  expect(await reconcileReceived(ctx())).toBe(230);
  expect(inbox.asked).toHaveLength(3);
});

const about = (providerId: string, more: object = {}) => ({
  email_id: providerId,
  message_id: '<0100@eu-west-1.amazonses.com>',
  to: [worldEmail('matteo')],
  ...more,
});

test.each([
  ['email.bounced', { bounce: { type: 'Permanent', message: 'User unknown' } }, 'permanent', true],
  ['email.bounced', { bounce: { type: 'Transient', message: 'Mailbox full' } }, 'transient', false],
  ['email.bounced', { bounce: { type: 'Undetermined' } }, 'transient', false],
  ['email.complained', {}, 'complaint', true],
  ['email.suppressed', { suppressed: { message: 'On the list' } }, 'suppressed', true],
] as const)('E80: %s %o is %s', async (type, more, kind, isStopped) => {
  const copy = await plantCopy('re-1');
  await takeInEvent(ctx(), signEvent({ type, data: about('re-1', more) }));
  await handleAll();
  const [noted] = await db.select().from(bounce);
  expect(noted).toMatchObject({ kind, deliveryId: copy, email: worldEmail('matteo') });
  expect(await db.$count(mailStop)).toBe(isStopped ? 1 : 0);
});

test('E80: a copy that is late was not returned, however often it is said to be late', async () => {
  await plantCopy('re-1');
  for (let count = 0; count < 5; count++) {
    await takeInEvent(ctx(), signEvent({ type: 'email.delivery_delayed', data: about('re-1') }));
  }
  await handleAll();
  expect(await db.$count(bounce)).toBe(0);
});

test('E31: the provider’s Message-ID of a copy is noted by its local part, whichever message tells it first', async () => {
  const copy = await plantCopy('re-2');
  await takeInEvent(ctx(), signEvent({ type: 'email.delivered', data: about('re-2') }));
  await takeInEvent(ctx(), signEvent({ type: 'email.sent', data: about('re-2', { message_id: '0100' }) }));
  await handleAll();
  const [found] = await db.select().from(delivery).where(eq(delivery.id, copy));
  expect(found?.providerMessageId).toBe('0100');
});

test('E80: news that overtakes the answer naming its copy is looked at again, once', async () => {
  await takeInEvent(ctx(), signEvent({ type: 'email.sent', data: about('re-3') }));
  await handleAll();
  const waiting = (await jobs()).filter(({ payload }) => payload.again);
  expect(waiting).toHaveLength(1);
  const copy = await plantCopy('re-3');
  await handleEvent(ctx(), waiting[0]?.payload);
  const [found] = await db.select().from(delivery).where(eq(delivery.id, copy));
  expect(found?.providerMessageId).toBe('0100');
  await takeInEvent(ctx(), signEvent({ type: 'email.sent', data: about('nobody’s') }));
  for (const { payload } of await jobs()) await handleEvent(ctx(), payload);
  for (const { payload } of await jobs()) await handleEvent(ctx(), payload);
  const open = await db.select().from(providerEvent);
  expect(open.filter(({ handledAt }) => handledAt === null)).toEqual([]);
});

test('E81: the provider’s list is mirrored: what it adds rests here, what it takes off is written to again', async () => {
  const listed = (type: string) => ({ type, data: { email: 'Matteo@Segrate.example', origin: 'bounce' } });
  await takeInEvent(ctx(), signEvent(listed('suppression.added')));
  await handleAll();
  const [stop] = await db.select().from(mailStop);
  expect(stop).toMatchObject({ email: worldEmail('matteo'), kind: 'permanent', resumedAt: null });
  await takeInEvent(ctx(), signEvent(listed('suppression.removed')));
  await handleAll();
  const [resumed] = await db.select().from(mailStop);
  expect(resumed).toMatchObject({ resumedAt: expect.any(Date), resumedById: null });
});

test('messages that change nothing here are not kept', async () => {
  await takeInEvent(ctx(), signEvent({ type: 'email.opened', data: {} }));
  expect(await db.$count(providerEvent)).toBe(0);
});
