// Sends a letter that waited in the queue: what the queue's task does.
import type { Context } from '@/lib/core/context';
import { addJob } from '@/lib/platform/jobs/add-job';
import { mailTask, type QueuedMail } from '@/lib/platform/mail/queue-mail';
import { sendMail } from '@/lib/platform/mail/send-mail';
import { endRefused } from './end-refused';
import { resumedAt } from './resumed-at';

/**
 * Where the other side names a time the letter waits for it, however long (MAIL.md E68). It does so without its key: a
 * newer letter of the same key may wait by now.
 * @throws what the other side answered; the queue tries again later
 */
export async function sendLetter(by: Context, mail: QueuedMail): Promise<void> {
  try {
    await endRefused(by, () => sendMail(mail));
  } catch (error) {
    await addJob(by.db, mailTask, mail, { runAt: resumedAt(error, by.now) });
  }
}
