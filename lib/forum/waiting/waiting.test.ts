import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { mailStop, person, thread, unansweredWeek } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { listPosts } from '../posts/queries';
import { hidePost } from '../removals/hide-post';
import { daysWaiting, weekToTell } from './model';
import { tellWaiting } from './notices';
import { listWaiting } from './queries';

const { db } = await testDatabase();
const monday = new Date('2026-09-21T06:00:00Z');
const ctx = (now = monday): Context => ({ db, actor: { kind: 'system', name: 'worker' }, now });
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(async () => {
  await db.delete(thread);
  await db.delete(unansweredWeek);
  await db.execute(sql`delete from graphile_worker._private_jobs`);
});

const daysAgo = (days: number) => new Date(monday.getTime() - days * 86_400_000);
const plant = (title: string, days: number, more: object = {}) =>
  plantThread(db, {
    ...{ areas: [world.areas.operatori], title, author: world.actors.rita },
    posts: [{ text: title, at: daysAgo(days) }],
    ...more,
  });

type Mail = { to: string; subject: string; text: string; html: string };
async function mails(): Promise<Mail[]> {
  const rows = await db.execute<{ payload: Mail }>(sql`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'mail.send'`);
  return rows.map(({ payload }) => payload);
}

test.each([
  ['2026-09-21T05:59:00Z', null],
  ['2026-09-21T06:00:00Z', '2026-09-21'],
  ['2026-09-21T21:59:00Z', '2026-09-21'],
  ['2026-09-21T22:00:00Z', null],
  ['2026-09-22T08:00:00Z', null],
  ['2026-12-07T06:00:00Z', null],
  ['2026-12-07T07:00:00Z', '2026-12-07'],
  ['2026-12-06T23:30:00Z', null],
])('at %s the week to tell is %s', (now, week) => {
  expect(weekToTell(new Date(now))).toBe(week);
});

test('days are whole', () => {
  expect(daysWaiting({ startedAt: new Date(monday.getTime() - 47 * 3_600_000) }, monday)).toBe(1);
});

test('what waits: open questions of the last months that show, longest waiting first', async () => {
  const { rita, matteo, olga } = world.actors;
  await plant('Da una settimana', 7);
  await plant('Da due giorni', 2);
  await plant('Di oggi', 0.5);
  await plant('Di un anno fa', 365);
  await plant('Avviso', 3, { isQuestion: false });
  const answer = [
    { text: 'D', at: daysAgo(3) },
    { author: matteo, text: 'R', at: daysAgo(2) },
  ];
  await plant('Con risposta', 3, { posts: answer });
  const closed = await plant('Chiusa', 4);
  await db.update(thread).set({ locked: true }).where(eq(thread.id, closed.id));
  const hidden = await plant('Nascosta', 4);
  const [post] = await listPosts({ ...ctx(), actor: rita }, hidden.id, 1);
  await hidePost({ ...ctx(), actor: olga }, { postId: post?.id, reason: 'Per prova' });
  await plant('Riservata', 4, { areas: [world.areas.scelti] });
  const { rows, total } = await listWaiting({ ...ctx(), actor: olga });
  expect(rows.map(({ title }) => title)).toEqual(['Da una settimana', 'Da due giorni']);
  expect(total).toBe(2);
});

test('coordinators are told once a week, and of nothing when nothing waits', async () => {
  await tellWaiting(ctx());
  expect(await mails()).toEqual([]);
  const question = await plant('Quanto vale l’attestazione & altro', 5);
  await tellWaiting(ctx(new Date('2026-09-21T10:00:00Z')));
  expect(await mails()).toEqual([]);
  const next = new Date('2026-09-28T06:00:00Z');
  await Promise.all([tellWaiting(ctx(next)), tellWaiting(ctx(next))]);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: worldEmail('olga'), subject: 'Una domanda aspetta una risposta' });
  const address = `/forum/operatori/${question.number}-${question.slug}`;
  expect(mail?.text).toContain(
    'Quanto vale l’attestazione & altro\nOperatori, Rita Sala per Comune di Segrate',
  );
  expect(mail?.text).toContain('da 12 giorni');
  expect(mail?.text).toContain(address);
  expect(mail?.html).toContain(`${address}">Quanto vale l’attestazione &amp; altro</a>`);
  const weeks = await db.select().from(unansweredWeek).orderBy(unansweredWeek.week);
  expect(weeks.map(({ week, letters }) => [week, letters])).toEqual([
    ['2026-09-21', 0],
    ['2026-09-28', 1],
  ]);
});

test('not on other days, not to an address that takes nothing, in the language of each', async () => {
  await plant('Aspetta', 5);
  await tellWaiting(ctx(new Date('2026-09-22T08:00:00Z')));
  expect(await mails()).toEqual([]);
  const email = worldEmail('olga');
  await db.update(person).set({ locale: 'en' }).where(eq(person.email, email));
  await tellWaiting(ctx());
  expect((await mails()).map(({ subject }) => subject)).toEqual(['One question waits for an answer']);
  await db.insert(mailStop).values({ email, kind: 'permanent', stoppedAt: daysAgo(1) });
  await tellWaiting(ctx(new Date('2026-09-28T06:00:00Z')));
  expect(await mails()).toHaveLength(1);
});

test('a long list says how many more there are', async () => {
  for (let number = 1; number <= 32; number++) await plant(`Domanda ${number}`, 5);
  await db.delete(mailStop);
  await db.update(person).set({ locale: 'it' });
  await tellWaiting(ctx());
  const [mail] = await mails();
  expect(mail?.text).toContain('Domanda 30\n');
  expect(mail?.text).not.toContain('Domanda 31\n');
  expect(mail?.text).toContain('Altre 2 domande');
});
