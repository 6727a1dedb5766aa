import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bounce, delivery, mailStop, post } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { listCaught } from '@/lib/platform/mail/caught';
import { everyRole, letIn, makeMember } from '@/lib/testing/actors';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { startResendInbox } from '@/lib/testing/resend-inbox';
import { runJobs } from '@/lib/testing/run-jobs';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { liftSuppression } from './lift-suppression';
import { type BadNews, countedSince, isToStop } from './model';
import { noteBounce } from './note-bounce';
import { mayResumeAddress } from './policy';
import { findOwnStop } from './queries';
import { resumeAddress } from './resume-address';

const folder = await localMail();
const database = await testDatabase();
const { db } = database;
const day = 24 * 60 * 60 * 1000;
const start = new Date('2026-09-10T09:00:00Z');
const system: Actor = { kind: 'system', name: 'worker' };
const at = (days: number, actor: Actor = system): Context => ({
  ...{ db, actor },
  now: new Date(start.getTime() + days * day),
});
const email = worldEmail('matteo');
let world: World;
let postId: string;

const news = (more: Partial<BadNews> = {}): BadNews => ({
  ...{ kind: 'permanent', deliveryId: null, email, status: '5.1.1', diagnostic: 'User unknown' },
  ...{ mailId: null, eventId: null },
  ...more,
});

beforeAll(async () => {
  world = await createWorld(db);
  const { rita } = world.actors;
  const thread = await plantThread(db, { areas: [world.areas.operatori], title: 'Prova', author: rita });
  const [first] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, thread.id));
  postId = first?.id ?? '';
});

beforeEach(async () => {
  for (const table of [mailStop, bounce, delivery]) await db.delete(table);
});

test.each([
  ['permanent', 0, true],
  ['complaint', 0, true],
  ['suppressed', 0, true],
  ['transient', 1, false],
  ['transient', 3, false],
  ['transient', 4, true],
] as const)('E80: %s with %i passing troubles stops: %s', (kind, transient, isStopped) => {
  expect(isToStop(kind, transient)).toBe(isStopped);
});

test('E80: passing troubles count for thirty days, and not from before the address was resumed', () => {
  const now = new Date('2026-09-30T00:00:00Z');
  expect(countedSince(now, null)).toEqual(new Date('2026-08-31T00:00:00Z'));
  expect(countedSince(now, new Date('2026-09-20T00:00:00Z'))).toEqual(new Date('2026-09-20T00:00:00Z'));
  expect(countedSince(now, new Date('2026-01-01T00:00:00Z'))).toEqual(new Date('2026-08-31T00:00:00Z'));
});

test('E80: a permanent bounce stops at once, and its person sees it', async () => {
  expect(await noteBounce(at(0), news())).toBe(true);
  expect(await findOwnStop(at(0, world.actors.matteo))).toEqual({
    ...{ email, kind: 'permanent', stoppedAt: start, diagnostic: 'User unknown' },
  });
  expect(await findOwnStop(at(0, world.actors.rita))).toBeNull();
  expect(await findOwnStop(at(0, anonymous))).toBeNull();
  await noteBounce(at(1), news());
  expect(await db.$count(mailStop)).toBe(1);
});

test('E80: the fourth passing trouble within thirty days stops, four in forty do not', async () => {
  for (const days of [0, 14, 28, 41]) await noteBounce(at(days), news({ kind: 'transient' }));
  expect(await db.$count(mailStop)).toBe(0);
  await noteBounce(at(42), news({ kind: 'transient' }));
  expect(await db.$count(mailStop)).toBe(1);
});

test('E80: four reports about one copy are one passing trouble', async () => {
  const deliveryId = newId();
  const { personId } = world.actors.matteo;
  await db.insert(delivery).values({ id: deliveryId, postId, personId, email, state: 'sent' });
  for (const days of [0, 1, 2, 3]) await noteBounce(at(days), news({ kind: 'transient', deliveryId }));
  expect(await db.$count(mailStop)).toBe(0);
  for (const days of [4, 5]) await noteBounce(at(days), news({ kind: 'transient' }));
  expect(await db.$count(mailStop)).toBe(0);
  await noteBounce(at(6), news({ kind: 'transient' }));
  expect(await db.$count(mailStop)).toBe(1);
});

test('E82: whoever the copy went to is charged, whatever address the report names', async () => {
  const id = newId();
  const { personId } = world.actors.elena;
  const copy = { id, postId, personId, email: worldEmail('elena'), state: 'sent' as const };
  await db.insert(delivery).values(copy);
  await noteBounce(at(0), news({ deliveryId: id, email: 'interno@altrove.example' }));
  const [stop] = await db.select().from(mailStop);
  expect(stop).toMatchObject({ email: worldEmail('elena'), personId });
  const [failed] = await db.select().from(delivery);
  expect(failed).toMatchObject({ state: 'failed', trouble: 'User unknown' });
});

test('E83: news about nobody charges nobody', async () => {
  expect(await noteBounce(at(0), news({ email: 'boh@altrove.example' }))).toBe(false);
  expect(await noteBounce(at(0), news({ email: null, deliveryId: newId() }))).toBe(false);
  expect(await db.$count(bounce)).toBe(0);
});

test('resuming begins to count anew and sends a test mail first', async () => {
  for (const days of [0, 1, 2, 3]) await noteBounce(at(days), news({ kind: 'transient' }));
  expect(await db.$count(mailStop)).toBe(1);
  await resumeAddress(at(4, world.actors.matteo), { email: email.toUpperCase() });
  await runJobs(database);
  const [caught] = await listCaught(folder);
  expect(caught).toMatchObject({ to: email, subject: 'Prova di consegna da Raccordo' });
  await noteBounce(at(5), news({ kind: 'transient' }));
  expect(await findOwnStop(at(5, world.actors.matteo))).toBeNull();
  await expect(resumeAddress(at(6, world.actors.matteo), { email })).rejects.toMatchObject({
    reason: 'address-not-stopped',
  });
});

test('the person, the referent of the organisation, the secretariat and the machine resume', async () => {
  const owner = { personId: 'self', organizationIds: ['own'] };
  expect(letIn((actor) => mayResumeAddress(actor, { ...owner, personId: 'other' }))).toEqual([
    ...['coordinator', 'referent', 'system'],
  ]);
  expect(letIn((actor) => mayResumeAddress(actor, { personId: 'other', organizationIds: [] }))).toEqual([
    ...['coordinator', 'system'],
  ]);
  expect(mayResumeAddress(makeMember('reader'), owner).allowed).toBe(true);
  expect(Object.keys(everyRole)).toHaveLength(8);
  await noteBounce(at(0), news());
  await expect(resumeAddress(at(1, world.actors.piero), { email })).rejects.toMatchObject({
    code: 'not-allowed',
  });
  await resumeAddress(at(1, world.actors.rita), { email });
  const [stop] = await db.select().from(mailStop);
  expect(stop?.resumedById).toBe(world.actors.rita.personId);
});

test('E81: resuming takes the address off the provider’s list, also where it is not on it', async () => {
  const inbox = await startResendInbox();
  afterAll(() => inbox.stop());
  inbox.suppressed.add(email);
  const server = { apiKey: 're_test', baseUrl: inbox.url };
  await liftSuppression(email, server);
  expect(inbox.suppressed.size).toBe(0);
  await liftSuppression(email, server);
  inbox.troubles.push(500);
  await expect(liftSuppression(email, server)).rejects.toThrow('Resend');
});
