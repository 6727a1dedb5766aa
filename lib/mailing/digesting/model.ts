// When digests are due, what one holds, and what its mail is called.
import { type DigestRhythm, digestRhythms } from '@/db/words';
import { timeZone } from '@/lib/core/time';
import { isWorkingDay } from './is-working-day';

/** On the clock of Rome. */
export const digestHour = 7;
/** A digest reaches no further back, whoever was away for longer. */
export const longestWindow = 31 * 86_400_000;

const hour = 3_600_000;
const day = 24 * hour;

export type DueDigest = { rhythm: DigestRhythm; day: string };

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** Day and hour on the clock of Rome. */
function inRome(at: Date): { day: string; hour: number } {
  const [date = '', time = ''] = clock.format(at).split(' ');
  return { day: date, hour: Number(time.slice(0, 2)) };
}

/** @param iso a calendar day in Rome */
function isDigestDay(rhythm: DigestRhythm, iso: string): boolean {
  return rhythm === 'daily' ? isWorkingDay(iso) : new Date(`${iso}T00:00:00Z`).getUTCDay() === 1;
}

/**
 * The digests of today, from seven in the morning on: a worker that stood still at seven makes them when it is back.
 * Daily ones on working days, weekly ones on Mondays.
 */
export function dueDigests(now: Date): DueDigest[] {
  const rome = inRome(now);
  if (rome.hour < digestHour) return [];
  return digestRhythms
    .filter((rhythm) => isDigestDay(rhythm, rome.day))
    .map((rhythm) => ({ rhythm, day: rome.day }));
}

/** When the next digest of this rhythm leaves, if there is anything to tell. */
export function nextDigest(rhythm: DigestRhythm, now: Date): Date {
  const first = inRome(now).hour < digestHour ? 0 : 1;
  for (let ahead = first; ; ahead++) {
    const { day: iso } = inRome(new Date(now.getTime() + ahead * day));
    if (isDigestDay(rhythm, iso)) return atDigestHour(iso);
  }
}

/** Seven in Rome is five or six in UTC. */
function atDigestHour(iso: string): Date {
  const inSummer = new Date(Date.parse(`${iso}T00:00:00Z`) + (digestHour - 2) * hour);
  return inRome(inSummer).hour === digestHour ? inSummer : new Date(inSummer.getTime() + hour);
}
