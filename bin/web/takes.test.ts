// That what a browser takes is read as RFC 9110 says it.
import { expect, test } from 'vitest';
import { takes } from './takes.mjs';

test.each([
  ['gzip', true],
  ['br, gzip', true],
  ['gzip;q=0.8', true],
  ['gzip ; q=0.001', true],
  ['gzip;q=0', false],
  ['gzip; q=0', false],
  ['gzip ; q=0.000', false],
  ['x-gzip', false],
  ['br', false],
  ['', false],
])('"%s" takes gzip: %s', (accepted, expected) => {
  expect(takes(accepted, 'gzip')).toBe(expected);
});
