'use server';
// What the secretariat does in its post.
import { retryJob } from '@/lib/mailing/office/retry-job';
import { pressButton } from '@/lib/web/back-after';

/** A job that was given up is tried again. */
export async function tryJobAgain(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { job }) => retryJob(ctx, { jobId: job }));
}
