import { expect, test } from 'vitest';
import journal from './migrations/meta/_journal.json';

test('migrations follow each other in time, or a database that stands between two would never get the later one', () => {
  const moments = journal.entries.map(({ when }) => when);
  expect(moments).toEqual(moments.toSorted((one, other) => one - other));
  expect(new Set(moments).size).toBe(moments.length);
});
