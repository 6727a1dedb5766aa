// When the weekly list of unanswered questions is due, and what stands in it.
import type { ThreadRow } from '../model';

/** Questions that stand in one letter: more would be a list to leaf through, which the site has. */
export const mostInLetter = 30;
/** A question of today may be answered today. */
export const waitingSinceDays = 1;
/** Older ones nobody waits for any more. */
export const forgottenAfterDays = 90;
const hourOfLetter = 8;

const clock = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Rome', weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

/** @returns the ISO day of this Monday, from 08:00 in Rome until it ends; null at any other time */
export function weekToTell(now: Date): string | null {
  const parts = new Map(clock.formatToParts(now).map(({ type, value }) => [type, value]));
  if (parts.get('weekday') !== 'Mon' || Number(parts.get('hour')) < hourOfLetter) return null;
  return [parts.get('year'), parts.get('month'), parts.get('day')].join('-');
}

/** Whole days a thread has waited. */
export function daysWaiting({ startedAt }: Pick<ThreadRow, 'startedAt'>, now: Date): number {
  return Math.floor((now.getTime() - startedAt.getTime()) / 86_400_000);
}
