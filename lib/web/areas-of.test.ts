import { expect, test } from 'vitest';
import { areasOf } from './areas-of';

test.each([
  [{ areas: 'operatori\ncomuni', home: 'comuni' }, ['comuni', 'operatori']],
  [{ areas: 'operatori\ncomuni', home: 'operatori' }, ['operatori', 'comuni']],
  [{ areas: 'operatori\ncomuni', home: 'scelti' }, ['operatori', 'comuni']],
  [{ areas: 'operatori\ncomuni' }, ['operatori', 'comuni']],
  [{ home: 'comuni' }, []],
])('%j', (values, expected) => {
  expect(areasOf(values as Record<string, string>)).toEqual(expected);
});
