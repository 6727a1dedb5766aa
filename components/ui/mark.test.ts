import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colourOf, initialsOf, markColours } from './mark';

const styles = readFileSync(new URL('./styles/_marks.scss', import.meta.url), 'utf8');
const palette = /\$marks: \(([^)]+)\)/.exec(styles)?.[1]?.match(/#[0-9a-f]{6}/g) ?? [];

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('the palette holds as many colours as names are spread over', () => {
  expect(new Set(palette).size).toBe(markColours);
});

test.each(palette)('white initials on %s can be read (4.5:1)', (colour) => {
  expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ['Comune di Segrate', 'SE'],
  ['Comune di San Donato Milanese', 'SD'],
  ['Prefettura di Milano', 'PM'],
  ['Questura', 'QU'],
  ['CGIL – Ufficio immigrazione', 'CI'],
  ["Città dell'Olmo", 'OL'],
  ['Comune', 'CO'],
  ['', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a name always has the same colour, and names spread', () => {
  expect(colourOf('Comune di Segrate')).toBe(colourOf('Comune di Segrate'));
  const names = Array.from({ length: 200 }, (_, index) => `Comune di Prova ${index}`);
  expect(new Set(names.map(colourOf)).size).toBe(markColours);
});
