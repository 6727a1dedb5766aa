// That the list takes the keys meant for it, and leaves the others to the box.
import { expect, test } from 'vitest';
import { readKey } from './read-key';

const closed = { isOpen: false, at: -1, count: 3 };
const open = { isOpen: true, at: -1, count: 3 };

test.each([
  ['ArrowDown', closed, 'ask'],
  ['ArrowUp', closed, null],
  ['Enter', closed, null],
  ['Escape', closed, null],
  ['ArrowDown', open, 0],
  ['ArrowUp', open, 2],
  ['ArrowDown', { ...open, at: 2 }, -1],
  ['ArrowUp', { ...open, at: 0 }, -1],
  ['Enter', open, null],
  ['Enter', { ...open, at: 1 }, 'open'],
  ['Escape', open, 'close'],
  ['a', open, null],
] as const)('%s with %j: %s', (key, now, expected) => {
  expect(readKey(key, now)).toBe(expected);
});
