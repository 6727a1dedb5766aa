import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { connect } from './client';
import { person } from './schema';

const { url } = await testDatabase();

/** What one connection remembers. */
async function remembered(work: (db: ReturnType<typeof connect>['db']) => Promise<unknown>): Promise<number> {
  const { db, close } = connect(url, 1);
  try {
    await work(db);
    await work(db);
    const [row] = await db.execute<{ count: number }>(
      sql.raw(`select count(*)::int as count from pg_prepared_statements where statement like '%person%'`),
    );
    return row?.count ?? 0;
  } finally {
    await close();
  }
}

const byName = (name: string) => eq(person.name, name);

test.each([
  ['a statement asked twice is planned once', 1, (db) => db.select().from(person).where(byName('a'))],
  ['also in a transaction', 1, (db) => db.transaction((tx) => tx.select().from(person).where(byName('b')))],
  [
    'and in a transaction within it',
    1,
    (db) => db.transaction((tx) => tx.transaction((inner) => inner.select().from(person).where(byName('c')))),
  ],
  [
    'a long list of values is not remembered',
    0,
    (db) =>
      db.execute(
        sql`select from person where name in ${Array.from({ length: 41 }, (_, index) => String(index))}`,
      ),
  ],
] as [string, number, Parameters<typeof remembered>[0]][])('%s', async (_, expected, work) => {
  expect(await remembered(work)).toBe(expected);
});

const pid = sql`select pg_backend_pid() as pid`;
const pidOf = async (asked: Promise<{ pid: number }[]>) => (await asked)[0]?.pid;

test('reading shares a line, transactions and what locks have others', async () => {
  const { db, close } = connect(url, 3, 1);
  try {
    const reading = await Promise.all(
      Array.from({ length: 8 }, () => pidOf(db.execute<{ pid: number }>(pid))),
    );
    const [line] = reading;
    expect(new Set(reading)).toEqual(new Set([line]));
    expect(await db.transaction((tx) => pidOf(tx.execute<{ pid: number }>(pid)))).not.toBe(line);
    const locking = sql`select pg_backend_pid() as pid, pg_advisory_xact_lock(7)`;
    expect(await pidOf(db.execute<{ pid: number }>(locking))).not.toBe(line);
  } finally {
    await close();
  }
});

test('who waits for a lock holds up no reading, not even that of the transaction it waits for', async () => {
  const { db, close } = connect(url, 3, 1);
  const lock = sql`select pg_advisory_xact_lock(11)`;
  try {
    const waiting = await db.transaction(async (tx) => {
      await tx.execute(lock);
      // Drizzle asks once somebody waits for the answer.
      const waits = db.execute(lock).then(({ length }) => length);
      await db.execute(sql`select id from person for update`);
      expect(await pidOf(db.execute<{ pid: number }>(pid))).toBeGreaterThan(0);
      return { waits };
    });
    expect(await waiting.waits).toBe(1);
  } finally {
    await close();
  }
});

test('dates come from a line as from the pool', async () => {
  const { db, close } = connect(url, 1, 1);
  try {
    const moment = sql`select '2026-05-04 10:00+02'::timestamptz as at`;
    const inside = await db.transaction((tx) => tx.execute(moment));
    expect([...(await db.execute(moment))]).toEqual([...inside]);
  } finally {
    await close();
  }
});
