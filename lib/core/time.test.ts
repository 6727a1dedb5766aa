import { expect, test } from 'vitest';
import { dateWords, dayWords } from './time';

const now = new Date('2025-09-15T12:00:00Z');

test.each([
  ['2025-09-15T08:42:00Z', 'it', 'oggi 10:42'],
  ['2025-09-15T08:42:00Z', 'en', 'today 10:42'],
  ['2025-09-14T16:05:00Z', 'it', 'ieri 18:05'],
  ['2025-09-14T16:05:00Z', 'en', 'yesterday 18:05'],
  ['2025-09-16T07:30:00Z', 'it', 'domani 09:30'],
  ['2025-09-12T07:30:00Z', 'it', 'ven 12 set'],
  ['2025-09-12T07:30:00Z', 'en', 'Fri 12 Sept'],
  ['2025-12-31T22:59:00Z', 'it', 'mer 31 dic'],
  // 23:00 in Greenwich is already the new year in Rome.
  ['2025-12-31T23:00:00Z', 'it', '1 gen 2026'],
  ['2005-03-04T09:00:00Z', 'it', '4 mar 2005'],
  ['2005-03-04T09:00:00Z', 'en', '4 Mar 2005'],
] as const)('%s in %s is "%s"', (at, locale, expected) => {
  expect(dateWords(new Date(at), now, locale).short.replace(',', '')).toBe(expected);
});

test('the day turns at midnight in Rome, in summer and in winter time', () => {
  const justAfterMidnight = new Date('2025-07-01T22:10:00Z');
  expect(dateWords(new Date('2025-07-01T21:50:00Z'), justAfterMidnight, 'it').short).toBe('ieri 23:50');
  const winter = new Date('2025-01-10T23:10:00Z');
  expect(dateWords(new Date('2025-01-10T22:50:00Z'), winter, 'it').short).toBe('ieri 23:50');
});

test('the full date names weekday, year and hour', () => {
  const at = new Date('2025-09-12T08:42:00Z');
  expect(dateWords(at, now, 'it').full).toMatch(/^venerdì 12 settembre 2025\b.* 10:42$/);
  expect(dateWords(at, now, 'en').full).toMatch(/^Friday,? 12 September 2025\b.* 10:42$/);
});

test('a day has no hour', () => {
  expect(dayWords(new Date('2025-09-15T08:42:00Z'), now, 'it').short).toBe('oggi');
  const resolution = dayWords(new Date('2002-03-25T00:00:00Z'), now, 'it');
  expect(resolution).toEqual({ short: '25 mar 2002', full: 'lunedì 25 marzo 2002' });
});
