import { expect, test } from 'vitest';
import { pagesToShow } from './pages-to-show';

test.each([
  [1, 1, '1'],
  [1, 3, '1 2 3'],
  [1, 9, '1 2 … 9'],
  [4, 9, '1 2 3 4 5 … 9'],
  [5, 9, '1 … 4 5 6 … 9'],
  [9, 9, '1 … 8 9'],
  [50, 100, '1 … 49 50 51 … 100'],
])('page %i of %i', (page, pages, expected) => {
  expect(
    pagesToShow(page, pages)
      .map(({ number }) => number ?? '…')
      .join(' '),
  ).toBe(expected);
});
