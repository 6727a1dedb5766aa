import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts';

test.each([
  ['uno due tre', 'uno quattro tre'],
  ["l'alloggio è idoneo", "l'alloggio non è idoneo"],
  ['', 'tutto nuovo'],
  ['tutto via', ''],
  ['uguale', 'uguale'],
  ['prima riga\n\nseconda', 'prima riga\n\nterza\n\nseconda'],
])('%j becomes %j', (before, after) => {
  const pieces = compareTexts(before, after);
  const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text);
  expect(without('added').join('')).toBe(before);
  expect(without('removed').join('')).toBe(after);
});

test('what stays is said to stay', () => {
  expect(compareTexts('la marca da bollo', 'la nuova marca da bollo')).toEqual([
    { kind: 'same', text: 'la ' },
    { kind: 'added', text: 'nuova ' },
    { kind: 'same', text: 'marca da bollo' },
  ]);
});

test('two long texts without a word in common take a moment only', () => {
  const words = (letter: string) =>
    Array.from({ length: 15_000 }, (_, index) => `${letter}${index}`).join(' ');
  const start = performance.now();
  expect(compareTexts(words('a'), words('b')).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(3_000);
});
