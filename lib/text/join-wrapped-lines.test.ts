import { expect, test } from 'vitest';
import { joinWrappedLines } from './join-wrapped-lines';

test('full lines flow together, short ones stay', () => {
  const full = 'parola '.repeat(10).trim();
  expect(joinWrappedLines([full, 'parola ancora', 'fine'])).toEqual([`${full} parola ancora`, 'fine']);
  expect(joinWrappedLines([full, '- parola'])).toEqual([full, '- parola']);
  expect(joinWrappedLines(['uno', 'due'])).toEqual(['uno', 'due']);
});

test('E46 a paragraph of a megabyte ends', () => {
  expect(joinWrappedLines(Array.from({ length: 500_000 }, () => 'a'))).toHaveLength(500_000);
  expect(joinWrappedLines(Array.from({ length: 14_000 }, () => 'a'.repeat(70)))).toHaveLength(1);
});
