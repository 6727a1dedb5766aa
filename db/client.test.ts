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
