// Whether people are at work in Italy on a day: Monday to Friday, holidays of the law excepted.

/** Month and day of the holidays that stand still (legge 260/1949, 4 October again since 2026 by legge 151/2025). */
const fixed = /^(01-01|01-06|04-25|05-01|06-02|08-15|10-04|11-01|12-08|12-25|12-26)$/;
const day = 86_400_000;

/** @param iso a calendar day in Rome, as 2026-04-06. Patron saints differ by commune and count as working days. */
export function isWorkingDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  const weekday = at.getUTCDay();
  if (weekday === 0 || weekday === 6 || fixed.test(iso.slice(5))) return false;
  return at.getTime() !== easterSunday(at.getUTCFullYear()) + day;
}

/** By the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). @returns its midnight in UTC */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const skipped = Math.floor(century / 4);
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - skipped - lunar + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * late + 114;
  return Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1);
}
