import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { makeMark, stamp } from './form';
import { quotedPrintable } from './quoted-printable';
import { takeTurns } from './take-turns';

test('each mark becomes its word wherever it stands, written as the place needs it', () => {
  const [one, other] = [makeMark(), makeMark()];
  const fill = stamp(`a ${one} b ${other} ${one}`, [one, other], (word) => word.toUpperCase());
  expect(fill(['x', 'y'])).toBe('a X b Y X');
  expect(stamp('nothing to fill', [])([])).toBe('nothing to fill');
});

const mark = makeMark();

test.each([
  ['plain words', 'Buongiorno a tutti.'],
  ['accents, emoji and signs', 'Perché = 100 % 😀 “già” à\nfine'],
  ['long lines', `${'è'.repeat(200)} ${'x'.repeat(300)}`],
  ['blanks at the end of lines', 'una \ndue\t\n \n'],
  ['a word kept whole beside long lines', `${'y'.repeat(70)}${mark}${'z'.repeat(70)}`],
])('E66: quoted-printable is read back as it was: %s', async (_what, text) => {
  const encoded = quotedPrintable(text, [mark]);
  expect(Math.max(...encoded.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  expect(encoded).toMatch(/^[\t\r\n\x20-\x7e]*$/);
  const head =
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
  const { text: read } = await PostalMime.parse(`${head}${encoded}`);
  expect(read?.replace(/\n$/, '')).toBe(text.replace(/\n$/, ''));
  if (text.includes(mark)) expect(encoded).toContain(mark);
});

test('as many work at once as there are places, the others in the order they came', async () => {
  const take = takeTurns(2);
  const began: number[] = [];
  const turns = [1, 2, 3, 4].map(async (number) => {
    const release = await take();
    began.push(number);
    return release;
  });
  const [first, second] = await Promise.all(turns.slice(0, 2));
  expect(began).toEqual([1, 2]);
  first?.();
  first?.();
  const third = await turns[2];
  expect(began).toEqual([1, 2, 3]);
  second?.();
  third?.();
  await turns[3];
  expect(began).toEqual([1, 2, 3, 4]);
});
