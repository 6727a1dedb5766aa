// What is announced of held mails: ids only.
import type { Fact } from '@/lib/platform/jobs/announce';

/** A mail waits for a moderator. */
export function mailHeld(mailId: string): Fact {
  return { name: 'mailing.mail.held', version: 1, mailId };
}

/** A moderator decided not to publish a mail. */
export function mailRefused(mailId: string): Fact {
  return { name: 'mailing.mail.refused', version: 1, mailId };
}
