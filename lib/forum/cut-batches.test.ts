import { expect, test } from 'vitest';
import { cutBatches } from './cut-batches';

test.each<[number[], number[]]>([
  [[], []],
  [[0], [1]],
  [
    [0, 0, 0, 0],
    [3, 1],
  ],
  [
    [4, 4, 4, 4],
    [2, 2],
  ],
  [
    [1, 30, 1, 1],
    [1, 1, 2],
  ],
  [
    [10, 1],
    [1, 1],
  ],
])('posts with %j parts are read as %j', (parts, sizes) => {
  const rows = parts.map((number, index) => ({ id: String(index), parts: number }));
  const batches = cutBatches(rows, { posts: 3, parts: 10 });
  expect(batches.map(({ length }) => length)).toEqual(sizes);
  expect(batches.flat()).toEqual(rows.map(({ id }) => id));
});
