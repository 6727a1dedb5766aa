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

test.each([
  ['nothing', undefined],
  ['a moment', new Date(0)],
  ['an object', { a: 1 }],
  ['nothing in a list', ['a', undefined]],
])('%s as a value is refused, and nobody is given the answer to another', async (_, value) => {
  const { sql: client, db, close } = connect(url, 1);
  const echo = (word: string) => db.execute<{ word: string }>(sql`select ${word}::text as word`);
  try {
    await echo('warm');
    const asked = ['one', 'two'].map(async (word) => (await echo(word))[0]?.word);
    const wrong = (async () => client.unsafe('select $1::text', [value] as never[]))();
    const after = ['three', 'four'].map(async (word) => (await echo(word))[0]?.word);
    await expect(wrong).rejects.toThrow(TypeError);
    expect(await Promise.all([...asked, ...after])).toEqual(['one', 'two', 'three', 'four']);
  } finally {
    await close();
  }
});
