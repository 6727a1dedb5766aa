// Mail to be sent: put into the queue with the transaction that has reason to send it, so that neither is without the other.
import type { Database } from '@/db/client';
import { newId } from '@/lib/core/ids';
import { addJob } from '@/lib/platform/jobs/add-job';

/** A mail the house writes by itself. Message-IDs are without angle brackets. */
export type OutgoingMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where answers go; without it to the address of the settings. */
  readonly replyTo?: string;
  readonly inReplyTo?: string;
  /** Oldest first. */
  readonly references?: readonly string[];
  /** RFC 3834: `auto-replied` answers a mail, everything else the house writes is `auto-generated`. */
  readonly autoSubmitted?: 'auto-generated' | 'auto-replied';
};

export const mailTask = 'mail.send';

/** What the queue holds: the id makes of every attempt the same mail. */
export type QueuedMail = OutgoingMail & { readonly id: string };

/**
 * @param key a second mail with the same key replaces one that still waits
 */
export async function queueMail(tx: Database, mail: OutgoingMail, key?: string): Promise<void> {
  const queued: QueuedMail = { ...mail, id: newId() };
  await addJob(tx, mailTask, queued, { key });
}
