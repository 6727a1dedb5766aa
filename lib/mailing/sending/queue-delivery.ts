// Has the waiting copies of a thread sent. One job and one queue a thread: its posts go out in their order (MAIL.md E68).
import type { Database } from '@/db/client';
import { addJob } from '@/lib/platform/jobs/add-job';
import { deliverTask } from './model';

/** @param runAt to be asked again then, unless something new is to be sent before; at once without it */
export async function queueDelivery(tx: Database, threadId: string, runAt?: Date): Promise<void> {
  const name = `${deliverTask}:${threadId}`;
  await addJob(
    tx,
    deliverTask,
    { threadId },
    { key: name, queue: name, runAt, keepsTime: runAt !== undefined },
  );
}
