// Moments in words, on the clock of Rome: what a date is called depends on how far it is from now.

export const timeZone = 'Europe/Rome';

type Locale = 'it' | 'en';

const regions: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' };

const formats = {
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit' },
  thisYear: { weekday: 'short', day: 'numeric', month: 'short' },
  otherYear: { day: 'numeric', month: 'short', year: 'numeric' },
  fullDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  full: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

type FormatName = keyof typeof formats;

/** Formatters are costly to make and a page shows hundreds of dates. */
const made = new Map<string, Intl.DateTimeFormat>();

/** The same posts are shown again and again; no words for a date say more than the minute. */
const mostSaid = 20_000;

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / 60_000);
}

function format(name: FormatName, locale: Locale, at: Date): string {
  const key = `${locale}-${name}`;
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(regions[locale], { ...formats[name], timeZone });
  made.set(key, formatter);
  return formatter.format(at);
}

/** By the minute. */
const dayNumbers = new Map<number, number>();

/** The calendar day in Rome as days since 1970, so that two days can be subtracted. */
function dayNumber(at: Date): number {
  const minute = minuteOf(at);
  const known = dayNumbers.get(minute);
  if (known !== undefined) return known;
  const [day, month, year] = format('day', 'en', at).split('/').map(Number);
  const number = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 86_400_000;
  if (dayNumbers.size >= mostSaid) dayNumbers.clear();
  dayNumbers.set(minute, number);
  return number;
}

/** What the words for a date depend on besides the date: the day in Rome on which they are said, "DD/MM/YYYY". */
export function dayOf(now: Date): string {
  return format('day', 'en', now);
}

const isoDays = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });

/** The calendar day in Rome as days of acts are written down: "2026-12-01". */
export function isoDay(at: Date): string {
  return isoDays.format(at);
}

function dayName(offset: number, locale: Locale): string {
  return new Intl.RelativeTimeFormat(regions[locale], { numeric: 'auto' }).format(offset, 'day');
}

function nearDay(at: Date, now: Date, locale: Locale): string | undefined {
  const offset = dayNumber(at) - dayNumber(now);
  return Math.abs(offset) <= 1 ? dayName(offset, locale) : undefined;
}

function farDay(at: Date, now: Date, locale: Locale): string {
  const sameYear = format('day', 'en', at).slice(-4) === format('day', 'en', now).slice(-4);
  return format(sameYear ? 'thisYear' : 'otherYear', locale, at);
}

export type DateWords = { short: string; full: string };

/** What is called "oggi" changes with the day in Rome on which it is said, and with nothing else. */
const saidOnDay = new Map<string, Map<number, DateWords>>();
/** Two languages, today, and the day of whoever wants the same words always. */
const mostDays = 8;

/**
 * `short` is what people say ("oggi 10:42", "ieri 18:05", "ven 12 set", "12 set 2023"); `full` names day and hour
 * without depending on now, for hover and paper.
 */
export function dateWords(at: Date, now: Date, locale: Locale): DateWords {
  const words = wordsOn(dayNumber(now), locale);
  const known = words.get(minuteOf(at));
  if (known) return known;
  const said = sayDate(at, now, locale);
  words.set(minuteOf(at), said);
  return said;
}

function wordsOn(day: number, locale: Locale): Map<number, DateWords> {
  const key = `${locale}${day}`;
  const known = saidOnDay.get(key);
  if (known && known.size < mostSaid) return known;
  if (saidOnDay.size >= mostDays) saidOnDay.clear();
  const words = new Map<number, DateWords>();
  saidOnDay.set(key, words);
  return words;
}

function sayDate(at: Date, now: Date, locale: Locale): DateWords {
  const near = nearDay(at, now, locale);
  const short = near ? `${near} ${format('clock', locale, at)}` : farDay(at, now, locale);
  return { short, full: format('full', locale, at) };
}

/** The same for things that have a day and no hour (a resolution, a deadline). */
export function dayWords(at: Date, now: Date, locale: Locale): DateWords {
  return { short: nearDay(at, now, locale) ?? farDay(at, now, locale), full: format('fullDay', locale, at) };
}

/** The year on the clock of Rome: a post of New Year's Eve belongs to the year its writer saw. */
export function yearIn(at: Date): number {
  return Number(format('day', 'en', at).slice(-4));
}
