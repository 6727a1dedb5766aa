// What is sent to Meilisearch at once stays below what it takes.
import { expect, test } from 'vitest';
import { batchesOf } from './meili-index';

const row = (length: number) => ({ stems: 'a'.repeat(length), words: 'b'.repeat(length) });

test.each([
  [[], []],
  [[10, 10], [2]],
  [
    [1_000_000, 1_000_000, 1_000_000],
    [2, 1],
  ],
  [
    [10, 3_000_000, 10, 10],
    [1, 1, 2],
  ],
])('rows of %j thousand make batches of %j', (lengths, sizes) => {
  const rows = lengths.map(row);
  const batches = batchesOf(rows);
  expect(batches.map((batch) => batch.length)).toEqual(sizes);
  expect(batches.flat()).toEqual(rows);
});
