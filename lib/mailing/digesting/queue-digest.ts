// Has a digest sent: one job each, however often it is asked for.
import type { Database } from '@/db/client';
import { addJob } from '@/lib/platform/jobs/add-job';
import { deliverDigestTask } from './model';

/** @param runAt not before; at once without it */
export async function queueDigest(tx: Database, deliveryId: string, runAt?: Date): Promise<void> {
  await addJob(tx, deliverDigestTask, { deliveryId }, { key: `${deliverDigestTask}:${deliveryId}`, runAt });
}
