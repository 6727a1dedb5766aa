// A moment as people say it, with the full date on hover and on paper; always the clock of Rome.
import { useLocale } from 'next-intl';
import { dateWords, dayWords } from '@/lib/core/time';

/** `now` is given by the page, so that one page speaks of one moment; `dayOnly` for what has a day and no hour. */
export function Time({ at, now, dayOnly }: { at: Date; now: Date; dayOnly?: boolean }) {
  const { short, full } = (dayOnly ? dayWords : dateWords)(at, now, useLocale());
  return (
    <time className="rc-time" dateTime={at.toISOString()} title={full}>
      <span className="rc-time-short">{short}</span>
      <span className="rc-time-full">{full}</span>
    </time>
  );
}
