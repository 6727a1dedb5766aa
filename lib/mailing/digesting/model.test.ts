import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '@/lib/core/is-working-day';
import { dueDigests, nextDigest } from './model';

describe('E90: working days in Italy', () => {
  test.each([
    ['2026-09-18', true, 'a Friday'],
    ['2026-09-19', false, 'a Saturday'],
    ['2026-09-20', false, 'a Sunday'],
    ['2026-01-01', false, 'New Year'],
    ['2026-01-06', false, 'Epiphany'],
    ['2026-04-03', true, 'Good Friday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2025-04-21', false, 'Easter Monday of another year'],
    ['2027-03-29', false, 'an early Easter Monday'],
    ['2038-04-26', false, 'the latest Easter Monday'],
    ['2285-03-23', false, 'the earliest one'],
    ['2025-04-25', false, 'Liberation Day'],
    ['2026-05-01', false, 'Labour Day'],
    ['2026-06-02', false, 'the day of the Republic'],
    ['2025-08-15', false, 'Ferragosto'],
    ['2027-10-04', false, 'Saint Francis'],
    ['2027-11-01', false, 'All Saints'],
    ['2026-12-08', false, 'the Immaculate'],
    ['2026-12-25', false, 'Christmas'],
    ['2028-12-26', false, 'Saint Stephen'],
    ['2026-12-07', true, 'the patron of Milan'],
  ])('%s: %s, %s', (iso, works) => {
    expect(isWorkingDay(iso)).toBe(works);
  });
});

describe('E90: digests due', () => {
  test.each([
    ['2026-09-18T04:59:59Z', [], 'before seven in summer'],
    ['2026-09-18T05:00:00Z', ['daily 2026-09-18'], 'seven in summer'],
    ['2026-12-11T05:30:00Z', [], 'before seven in winter'],
    ['2026-12-11T06:00:00Z', ['daily 2026-12-11'], 'seven in winter'],
    ['2026-09-18T20:00:00Z', ['daily 2026-09-18'], 'late, after the worker stood still'],
    ['2026-09-18T22:30:00Z', [], 'half past midnight in Rome'],
    ['2026-09-19T06:00:00Z', [], 'a Saturday'],
    ['2026-09-21T05:00:00Z', ['daily 2026-09-21', 'weekly 2026-09-21'], 'a Monday'],
    ['2026-04-06T05:00:00Z', [], 'Easter Monday'],
    ['2026-04-07T05:00:00Z', ['daily 2026-04-07', 'weekly 2026-04-07'], 'the day after Easter Monday'],
    ['2026-04-08T05:00:00Z', ['daily 2026-04-08'], 'the second working day of that week'],
  ])('at %s: %j, %s', (at, due) => {
    expect(dueDigests(new Date(at)).map(({ rhythm, day }) => `${rhythm} ${day}`)).toEqual(due);
  });

  test.each([
    ['daily', '2026-09-18T04:00:00Z', '2026-09-18T05:00:00.000Z', 'today'],
    ['daily', '2026-09-18T05:00:00Z', '2026-09-21T05:00:00.000Z', 'after the weekend'],
    ['daily', '2026-04-03T08:00:00Z', '2026-04-07T05:00:00.000Z', 'after Easter'],
    ['weekly', '2026-10-23T08:00:00Z', '2026-10-26T06:00:00.000Z', 'the clocks have changed'],
    ['weekly', '2026-04-03T08:00:00Z', '2026-04-07T05:00:00.000Z', 'after Easter'],
    ['weekly', '2026-10-26T06:00:00Z', '2026-11-02T06:00:00.000Z', 'a week later'],
  ] as const)('the next %s one after %s: %s, %s', (rhythm, at, next, _why) => {
    expect(nextDigest(rhythm, new Date(at)).toISOString()).toBe(next);
  });
});
