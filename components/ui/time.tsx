// A moment as people say it, with the full date on hover and on paper; always the clock of Rome.
import { useLocale } from 'next-intl';
import { dateWords } from '@/lib/core/time';

/** `now` is given by the page, so that one page speaks of one moment. */
export function Time({ at, now }: { at: Date; now: Date }) {
  const { short, full } = dateWords(at, now, useLocale());
  return (
    <time className="rc-time" dateTime={at.toISOString()} title={full}>
      <span className="rc-time-short">{short}</span>
      <span className="rc-time-full">{full}</span>
    </time>
  );
}
