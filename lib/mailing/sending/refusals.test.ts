import { eq, isNull, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { bounce, delivery, mailStop } from '@/db/schema';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { runJobs } from '@/lib/testing/run-jobs';
import {
  answer,
  database,
  db,
  deliver,
  open,
  queuedIn,
  receivers,
  send,
  stage,
  states,
  worker,
} from '@/lib/testing/sending-stage';
import { worldEmail } from '@/lib/testing/world';
import { planCopies } from './plan-copies';

test('E80: an address that is not there fails, is stopped at once, and holds up nobody', async () => {
  stage.sink.refusedAddresses.set(worldEmail('rita'), '550 5.1.1 Nobody here');
  const post = await open();
  expect(await send(post)).toEqual(['elena', 'olga', 'piero']);
  expect(await states(post)).toMatchObject({ rita: 'failed', olga: 'sent' });
  const noted = await db
    .select()
    .from(bounce)
    .where(eq(bounce.email, worldEmail('rita')));
  expect(noted).toMatchObject([
    { kind: 'permanent', status: '5.1.1', personId: stage.world.actors.rita.personId },
  ]);
  expect(await db.select().from(mailStop).where(isNull(mailStop.resumedAt))).toMatchObject([
    { email: worldEmail('rita'), kind: 'permanent', bounceId: noted[0]?.id },
  ]);
  await db.delete(mailStop);
  await db.delete(bounce);
});

test('E68: who is to be asked later gets the posts of a thread later, in their order', async () => {
  stage.sink.refusedAddresses.set(worldEmail('rita'), '451 4.7.1 Come back later');
  const first = await open();
  const second = await answer(first, 'Una risposta.');
  await planCopies(worker(), first.postId);
  await planCopies(worker(), second.postId);
  await runJobs(database);
  expect(await queuedIn(first)).toEqual([60]);
  expect(receivers()).toEqual(['elena', 'elena', 'matteo', 'olga', 'piero', 'piero']);
  expect([(await states(first)).rita, (await states(second)).rita]).toEqual(['waiting', 'waiting']);
  stage.sink.refusedAddresses.clear();
  stage.sink.mails.length = 0;
  await deliver(first);
  const subjects = stage.sink.mails.map(
    ({ to, raw }) => `${to} ${/^Subject: (.*)\r$/m.exec(raw)?.[1]?.slice(0, 3)}`,
  );
  expect(subjects).toEqual([`${worldEmail('rita')} Dis`, `${worldEmail('rita')} Re:`]);
});

test('E68: who is to be asked later does not put off a post that is planned meanwhile', async () => {
  stage.sink.refusedAddresses.set(worldEmail('rita'), '451 4.7.1 Come back later');
  const first = await open();
  await planCopies(worker(), first.postId);
  // Delivered outside the queue: the job that planning added stands for the next post.
  await deliver(first);
  expect(await queuedIn(first)).toEqual([0]);
});

test('E68, E80: a copy that nobody took in two days fails, counts once, and leaves no dead job', async () => {
  stage.sink.refusedAddresses.set(worldEmail('rita'), '452 4.2.2 Mailbox full');
  const post = await open();
  await planCopies(worker(), post.postId);
  await db.update(delivery).set({ createdAt: new Date(Date.now() - 48 * 3_600_000) });
  await runJobs(database);
  expect(await states(post)).toMatchObject({ rita: 'failed', olga: 'sent' });
  expect(await db.select().from(bounce)).toMatchObject([
    { email: worldEmail('rita'), kind: 'transient', status: '4.2.2' },
  ]);
  expect(await db.$count(mailStop)).toBe(0);
  expect(await queuedIn(post)).toEqual([]);
  await db.delete(bounce);
});

test('E80: a letter that is refused for good is sent no more, and stops its address', async () => {
  stage.sink.refusedAddresses.set(worldEmail('rita'), '550 5.1.1 Nobody here');
  const letter = { subject: 'Prova', text: 'Prova.', html: '<p>Prova.</p>' };
  await queueMail(db, { to: worldEmail('rita'), ...letter });
  await runJobs(database);
  expect(await db.execute(sql`select id from graphile_worker.jobs`)).toHaveLength(0);
  expect(await db.select().from(mailStop)).toMatchObject([{ email: worldEmail('rita'), kind: 'permanent' }]);
  await db.delete(mailStop);
  await db.delete(bounce);
});
