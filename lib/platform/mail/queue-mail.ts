// Mail to be sent: put into the queue with the transaction that has reason to send it, so that neither is without the other.
import type { Database } from '@/db/client';
import { addJob } from '@/lib/platform/jobs/add-job';

export type OutgoingMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export const mailTask = 'mail.send';

/**
 * @param key a second mail with the same key replaces one that still waits
 */
export async function queueMail(tx: Database, mail: OutgoingMail, key?: string): Promise<void> {
  await addJob(tx, mailTask, mail, { key });
}
