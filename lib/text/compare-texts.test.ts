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

const words = (letter: string, length: number) =>
  Array.from({ length }, (_, index) => `${letter}${index}`).join(' ');

test('two long texts without a word in common are wholly different', () => {
  const [before, after] = [words('a', 30_000), words('b', 30_000)];
  expect(compareTexts(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
});

test('how much is compared is counted in changes, not in time', () => {
  const before = words('a', 20_000);
  const changed = (times: number) =>
    before.replace(/a(\d+)/g, (word, at) => (Number(at) < times ? `b${at}` : word));
  expect(compareTexts(before, changed(500)).filter(({ kind }) => kind === 'added')).toHaveLength(500);
  expect(compareTexts(before, changed(501))).toHaveLength(2);
});
