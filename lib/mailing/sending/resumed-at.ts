// When the other side takes mails again, as it says itself (MAIL.md E68).
import { MailUnavailable } from '@/lib/platform/mail/message';

/** @throws the trouble itself where it names no time: the queue tries again, and in the end shows it */
export function resumedAt(trouble: unknown, now: Date): Date {
  const seconds = trouble instanceof MailUnavailable ? trouble.retryAfter : null;
  if (seconds === null) throw trouble;
  return new Date(now.getTime() + seconds * 1000);
}
