// Has a job that was given up tried again, once what stopped it is mended.
import { z } from 'zod';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { retryDead } from '@/lib/platform/jobs/dead';
import { mayReadRawMail } from '../policy';

const jobInput = z.object({ jobId: z.string().regex(/^\d{1,18}$/, { error: 'no-such-job' }) });

/**
 * @param input `{jobId}`, as the list of dead jobs gives it
 * @throws Refusal `not-allowed`, `invalid`, `not-found` (`no-such-job`) for one that is no longer dead
 */
export async function retryJob(ctx: Context, input: unknown): Promise<void> {
  const { jobId } = parseInput(jobInput, input);
  demand(mayReadRawMail(ctx.actor));
  await ctx.db.transaction(async (db) => {
    if (!(await retryDead(db, jobId))) throw new Refusal('not-found', 'no-such-job');
    await record({ ...ctx, db }, { act: 'mailing.retry-job', subject: `job:${jobId}` });
  });
}
