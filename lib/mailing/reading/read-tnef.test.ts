import { expect, test } from 'vitest';
import { makeTnef } from '@/lib/testing/make-tnef';
import { readTnef } from './read-tnef';

const files = [
  { title: 'DELIBE~1.PDF', longName: 'Delibera idoneità.pdf', content: 'uno' },
  { title: 'nota.txt', content: 'due' },
  { title: 'x.doc', longName: 'Città №1.docx', unicode: true, content: 'tre' },
];

test('E52: the files of a winmail.dat come out under their long names', () => {
  const found = readTnef(makeTnef(files));
  expect(found?.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['Delibera idoneità.pdf', 'uno'],
    ['nota.txt', 'due'],
    ['Città №1.docx', 'tre'],
  ]);
});

test('E52: what is no winmail.dat, or is broken, is not opened', () => {
  const whole = makeTnef(files);
  expect(readTnef(Buffer.from('PK'))).toBeNull();
  expect(readTnef(Buffer.alloc(100))).toBeNull();
  for (let length = 0; length < whole.length; length += 7) {
    const found = readTnef(whole.subarray(0, length));
    expect(found === null || found.length <= files.length).toBe(true);
  }
});

test('E52: properties that are not understood leave the title', () => {
  const whole = makeTnef([{ title: 'nota.txt', longName: 'Nota lunga.txt', content: 'due' }]);
  const at = whole.indexOf(Buffer.from([0x1e, 0x00, 0x07, 0x37]));
  const changed = Buffer.from(whole);
  changed[at] = 0x99;
  expect(readTnef(changed)?.map(({ name }) => name)).toEqual(['nota.txt']);
});

test('E52: whatever byte is changed, it ends', () => {
  const whole = makeTnef(files);
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    const found = readTnef(changed);
    expect(found === null || found.length <= files.length + 1).toBe(true);
  }
});
