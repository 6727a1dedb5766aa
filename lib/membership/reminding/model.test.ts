import { describe, expect, test } from 'vitest';
import { reminderDue, workingDaysFrom } from './model';

test.each([
  // A Friday; Tuesday the 8th is the Immacolata.
  ['2026-12-11', -1, '2026-12-10'],
  ['2026-12-11', -7, '2026-12-01'],
  ['2026-12-11', 3, '2026-12-16'],
  // Over Christmas and Santo Stefano, both holidays of the law.
  ['2026-12-24', 3, '2026-12-30'],
  // Over Easter Monday, and from a Sunday.
  ['2027-03-28', 1, '2027-03-30'],
  ['2027-03-28', -1, '2027-03-26'],
  ['2026-12-11', 0, '2026-12-11'],
])('%s and %i working days is %s', (from, count, to) => {
  expect(workingDaysFrom(from, count)).toBe(to);
});

describe('which reminder of a term on Friday 11 December is due', () => {
  test.each([
    ['2026-11-30', null],
    ['2026-12-01', -7],
    ['2026-12-09', -7],
    ['2026-12-10', -1],
    ['2026-12-11', -1],
    ['2026-12-12', null],
    ['2026-12-15', null],
    ['2026-12-16', 3],
    ['2027-02-01', 3],
  ])('on %s: %s', (today, due) => {
    expect(reminderDue('2026-12-11', today)).toBe(due);
  });
});
