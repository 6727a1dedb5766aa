import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { areaFollow, bounce, delivery, deliveryBatch, mailStop, person, seat } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { muteThread } from '@/lib/forum/following/mute-thread';
import { hidePost } from '@/lib/forum/removals/hide-post';
import type { Published } from '@/lib/forum/writing/model';
import { openThread } from '@/lib/forum/writing/open-thread';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { testDatabase } from '@/lib/testing/database';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { startResendServer } from '@/lib/testing/resend-server';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld, type World } from '@/lib/testing/world';
import { textToDocument } from '@/lib/text/text-to-document';
import { deliverOne } from './deliver-one';
import { deliverThread } from './deliver-thread';
import { planCopies } from './plan-copies';

const provider = await startResendServer();
Object.assign(process.env, { RESEND_API_KEY: 're_test', RESEND_BASE_URL: provider.url });
const database = await testDatabase();
const { db } = database;
const at = (actor: Actor) => ({ db, actor, now: new Date() });
const worker = () => at({ kind: 'system', name: 'worker' });
const followers = 250;
let world: World;
let post: Published;

afterAll(() => provider.stop());

beforeAll(async () => {
  world = await createWorld(db);
  const people = Array.from({ length: followers }, (_, index) => ({
    ...{ id: newId(), name: `Persona ${index}`, email: `p${index}@segrate.example`, hasAccount: true },
  }));
  await db.delete(areaFollow);
  await db.insert(person).values(people);
  await db.insert(seat).values(
    people.map(({ id }) => ({
      ...{ personId: id, organizationId: world.organizations.segrate, role: 'operator' as const },
      startedAt: new Date(0),
    })),
  );
  await db
    .insert(areaFollow)
    .values(people.map(({ id }) => ({ personId: id, areaId: world.areas.operatori })));
});

beforeEach(async () => {
  post = await openThread(at(world.actors.matteo), {
    ...{ title: 'Una domanda', areas: ['operatori'], body: textToDocument('Domanda.') },
  });
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  await planCopies(worker(), post.postId);
  for (const list of [provider.mails, provider.calls]) list.length = 0;
});

const message = {
  ...{ from: { name: 'Raccordo', address: 'raccordo@liste.raccordo.example' }, envelopeFrom: '' },
  ...{ to: 'p1@segrate.example', subject: '3 novità', text: 'Testo', html: '<p>Testo</p>' },
  ...{ messageId: 'd@liste.raccordo.example', sentAt: new Date(0), references: [], headers: {} },
};

const deliver = () => deliverThread(worker(), post);

async function inState(state: 'sent' | 'sending' | 'waiting' | 'failed'): Promise<number> {
  return db.$count(delivery, sql`${delivery.postId} = ${post.postId} and ${delivery.state} = ${state}`);
}

function frozen(): Promise<number> {
  return db.$count(deliveryBatch, sql`${deliveryBatch.payload} is not null`);
}

function sentOnceEach(): void {
  expect(new Set(provider.mails.map(({ to }) => to)).size).toBe(followers);
  expect(provider.mails).toHaveLength(followers);
}

test('E67: 250 copies are three calls of at most a hundred, each under a key of its own; ids are kept, payloads not', async () => {
  await deliver();
  sentOnceEach();
  expect(provider.calls.map(({ mails }) => mails)).toEqual([100, 100, 50]);
  expect(new Set(provider.calls.map(({ key }) => key)).size).toBe(3);
  const rows = await db.select().from(delivery).where(eq(delivery.postId, post.postId));
  expect(new Set(rows.map(({ providerId }) => providerId))).toEqual(
    new Set(provider.mails.map(({ id }) => id)),
  );
  expect(await frozen()).toBe(0);
});

test('E67: an answer that is lost is asked for again with the same mails: nobody gets two copies', async () => {
  provider.troubles.push({ kind: 'lost-answer' });
  await expect(deliver()).rejects.toThrow('Resend');
  expect([await inState('sending'), await inState('waiting')]).toEqual([100, 150]);
  const [one] = await db
    .select()
    .from(delivery)
    .where(sql`${delivery.postId} = ${post.postId} and ${delivery.state} = 'sending'`);
  const muting = { ...world.actors.matteo, personId: one?.personId ?? '' };
  await muteThread(at(muting), { threadId: post.threadId });
  await deliver();
  sentOnceEach();
  expect(provider.calls.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await inState('sent')).toBe(followers);
  expect(await db.$count(delivery, sql`${delivery.repeats} > 0`)).toBe(0);
});

test('E67: a call that the provider has forgotten is made anew, and its copies are counted', async () => {
  provider.troubles.push({ kind: 'failure' });
  await expect(deliver()).rejects.toThrow('internal_server_error');
  await db.update(deliveryBatch).set({ createdAt: new Date(Date.now() - 25 * 3_600_000) });
  await deliver();
  sentOnceEach();
  expect(
    await db.$count(delivery, sql`${delivery.postId} = ${post.postId} and ${delivery.repeats} = 1`),
  ).toBe(100);
  expect(await frozen()).toBe(0);
});

test('E67, E80: one refused address in a batch fails alone and is noted', async () => {
  provider.refused.add('p7@segrate.example');
  await deliver();
  expect(provider.mails).toHaveLength(followers - 1);
  expect(await inState('failed')).toBe(1);
  expect(await db.select().from(bounce)).toMatchObject([{ email: 'p7@segrate.example', kind: 'permanent' }]);
  expect(await db.select().from(mailStop)).toMatchObject([{ email: 'p7@segrate.example' }]);
  provider.refused.clear();
  await db.delete(mailStop);
  await db.delete(bounce);
});

test('E68: a spent quota puts the rest off until the provider takes mails again', async () => {
  provider.troubles.push({ kind: 'limit', retryAfter: 7200, name: 'daily_quota_exceeded' });
  await runJobs(database);
  expect(provider.mails).toHaveLength(0);
  const [job] = await db.execute<{
    seconds: number;
  }>(sql`select extract(epoch from run_at - now())::int as seconds
    from graphile_worker.jobs where key = ${`mail.deliver:${post.threadId}`}`);
  expect(job?.seconds).toBeGreaterThan(7100);
  await hurryJobs(database);
  sentOnceEach();
});

test('E68: a letter and a digest wait as long as the provider says, whatever that takes', async () => {
  const [limit, limited] = [7200, 'daily_quota_exceeded'];
  provider.troubles.push({ kind: 'limit', retryAfter: limit, name: limited });
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  await queueMail(db, {
    to: 'anna@segrate.example',
    subject: 'Prova',
    text: 'Prova.',
    html: '<p>Prova.</p>',
  });
  await runJobs(database);
  const jobs = await db.execute<{ task: string; attempts: number; far: boolean }>(sql`
    select task_identifier as task, attempts, run_at > now() + interval '7100 seconds' as far
    from graphile_worker.jobs`);
  expect([...jobs]).toEqual([{ task: 'mail.send', attempts: 0, far: true }]);
  await hurryJobs(database);
  expect(provider.mails.map(({ to }) => to)).toEqual(['anna@segrate.example']);

  provider.troubles.push({ kind: 'limit', retryAfter: limit, name: limited });
  const [copy] = await db.select({ id: delivery.id }).from(delivery).where(eq(delivery.postId, post.postId));
  const again = await deliverOne(worker(), copy?.id ?? '', async () => message);
  expect(again?.getTime()).toBeGreaterThan(Date.now() + 7_100_000);
  expect(await deliverOne(worker(), copy?.id ?? '', async () => message)).toBeNull();
});

test.each([
  ['over the quota', { kind: 'limit', retryAfter: 7200 } as const],
  ['turned away', { kind: 'forbidden' } as const],
])(
  'E67, E68: a call that was %s left nothing: who may get the copies is asked again, and nothing stays frozen',
  async (_, trouble) => {
    provider.troubles.push(trouble);
    await deliver().catch(() => undefined);
    expect([await inState('waiting'), await inState('sending'), await frozen()]).toEqual([followers, 0, 0]);
    expect(
      await db.$count(delivery, sql`${delivery.attempts} > 0 and ${delivery.postId} = ${post.postId}`),
    ).toBe(0);
    await hidePost(at(world.actors.olga), { postId: post.postId, reason: 'Dati di una persona' });
    await deliver();
    expect(provider.mails).toHaveLength(0);
  },
);

test('E67: what is in doubt stays frozen when the provider turns the next call away', async () => {
  provider.troubles.push({ kind: 'lost-answer' }, { kind: 'limit', retryAfter: 7200 });
  await expect(deliver()).rejects.toThrow('Resend');
  await deliver();
  expect([await inState('sending'), await frozen()]).toEqual([100, 1]);
  await deliver();
  sentOnceEach();
});
