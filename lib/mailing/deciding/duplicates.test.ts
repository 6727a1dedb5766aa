import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { area, post } from '@/db/schema';
import { arrive, findRow } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { caughtFor, emptyMail } from '@/lib/testing/mail-stage';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { refuseHeld } from '../holding/refuse-held';
import { releaseHeld } from '../holding/release-held';
import { replayMail } from '../holding/replay-mail';

const folder = await localMail();
const database = await testDatabase();
const { db } = database;
let world: World;
const matteo = `Matteo Riva <${worldEmail('matteo')}>`;
const olga = () => ({ db, actor: world.actors.olga, now: new Date() });

beforeAll(async () => {
  world = await createWorld(db);
  await db.update(area).set({ strangers: 'hold' }).where(eq(area.id, world.areas.operatori));
});

beforeEach(() => emptyMail(database));

const given = { from: matteo, subject: 'Due vie', messageId: 'due-vie@segrate.example' };

test('E02: a mail that waits because it came through another list is posted when it comes itself, and once', async () => {
  const roundabout = await arrive(database, { ...given, headers: ['List-Id: <altra.example>'] });
  expect(roundabout).toMatchObject({ outcome: 'held', reason: 'foreign-list' });
  const direct = await arrive(database, given);
  expect(direct.outcome).toBe('new-thread');
  await releaseHeld(olga(), { mailId: roundabout.id });
  await runJobs(database);
  expect((await findRow(database, roundabout.id)).outcome).toBe('duplicate');
  expect((await arrive(database, given)).outcome).toBe('duplicate');
  expect(await db.$count(post)).toBe(1);
});

test('E02: a refused mail that is redirected with its id is looked at anew', async () => {
  const lost = await arrive(database, { ...given, to: 'nessuna@liste.raccordo.example' });
  expect(lost).toMatchObject({ outcome: 'refused', reason: 'no-area' });
  expect((await arrive(database, given)).outcome).toBe('new-thread');
});

test('E02: one mail waits for its moderators once, and its copy may be looked at again when they said no', async () => {
  const stranger = { ...given, from: 'Ugo <ugo@altrove.example>', subject: 'Una volta sola' };
  const first = await arrive(database, stranger);
  const second = await arrive(database, stranger);
  expect([first.outcome, second.outcome]).toEqual(['held', 'duplicate']);
  const told = await caughtFor(folder, worldEmail('olga'));
  expect(told.filter(({ subject }) => subject === 'Da decidere: Una volta sola')).toHaveLength(1);
  await refuseHeld(olga(), { mailId: first.id, reason: 'Non ora' });
  await replayMail(olga(), { mailId: second.id });
  await runJobs(database);
  expect((await findRow(database, second.id)).outcome).toBe('held');
});

test('E37: without an id the same words of another day are another mail', async () => {
  const raw = (day: string) =>
    `From: ${matteo}\r\nTo: operatori@liste.raccordo.example\r\nSubject: Saluti\r\nDate: ${day}\r\n\r\nOk, grazie.\r\n`;
  const rows = [];
  for (const day of [7, 28, 28]) {
    rows.push(await arrive(database, { from: matteo, raw: raw(`Mon, ${day} Sep 2026 10:00:00 +0200`) }));
  }
  expect(rows.map(({ outcome }) => outcome)).toEqual(['new-thread', 'posted', 'duplicate']);
});
