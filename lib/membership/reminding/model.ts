// When somebody is reminded of a term: seven working days before it, the day before, and three days after.
import { isWorkingDay } from '@/lib/core/is-working-day';
import { daysAfter } from '../model';

/** Tells of the terms that are near or past. */
export const remindTask = 'membership.remind';

/** Working days from the term; nothing lapses by itself, so the last one says that the term is over. */
export const reminderDays = [-7, -1, 3] as const;
export type ReminderDays = (typeof reminderDays)[number];

/** So many working days after a day, or before it where `count` is below 0. @param iso a day in Rome @returns ISO day */
export function workingDaysFrom(iso: string, count: number): string {
  const step = Math.sign(count);
  let [day, left] = [iso, Math.abs(count)];
  while (left > 0) {
    day = daysAfter(day, step);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/**
 * The one reminder that is due today, where it has not gone out: the latest whose day has come. One that comes before the
 * term is not made up for after it; a term given for tomorrow begins with the last.
 */
export function reminderDue(termOn: string, today: string): ReminderDays | null {
  const come = reminderDays.filter((days) => workingDaysFrom(termOn, days) <= today);
  const latest = come.at(-1);
  if (latest === undefined) return null;
  return latest < 0 && today > termOn ? null : latest;
}
