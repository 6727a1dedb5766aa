import { expect, test } from 'vitest';
import { takePlace } from './take-place';

test('the seventh place is refused until one is given back, and each is given back once', () => {
  const leave = Array.from({ length: 6 }, () => takePlace('rita'));
  expect(() => takePlace('rita')).toThrow('too-many-streams');
  takePlace('olga');
  leave[0]?.();
  leave[0]?.();
  leave[0] = takePlace('rita');
  expect(() => takePlace('rita')).toThrow('too-many-streams');
  for (const one of leave) one();
  expect(() => takePlace('rita')).not.toThrow();
});
