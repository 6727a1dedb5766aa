// Days of acts in words: they have no hour and belong to no time zone.
import { useFormatter } from 'next-intl';

/** @returns from an ISO day to "12 dicembre 2026" */
export function useDays(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(`${iso}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
}
