// Someone asks for a link: the same answer whoever asks, the rest happens in the worker.
import { z } from 'zod';
import { locales } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { addJob } from '@/lib/platform/jobs/add-job';
import { countAttempt, type Limit } from './count-attempt';
import { type RequestInput, requestInput } from './model';
import { returnPath } from './return-path';

const quarter = 15 * 60_000;
const perAddress: Limit = { name: 'sign-in-address', hits: 5, window: quarter };
/** Mild: a whole office sits behind one address. */
const perClient: Limit = { name: 'sign-in-client', hits: 30, window: quarter };

export const signInTask = 'auth.send-sign-in-link';
const attempts = 5;

/** What the worker is told: the link itself is made there, so that no valid token ever lies in the queue. */
export const signInJob = z.object({
  email: z.string(),
  returnTo: z.string(),
  shared: z.boolean(),
  locale: z.enum(locales),
});

/**
 * Queues the same job for a stranger as for a member: neither the answer nor its time tells them apart.
 * @param locale the language of the page, used where the person has chosen none
 * @throws Refusal `invalid` (field `email`), `too-many`
 */
export async function requestSignIn(
  ctx: Context,
  input: RequestInput,
  locale: z.infer<typeof signInJob>['locale'],
): Promise<void> {
  const { email, returnTo, shared, clientAddress } = parseInput(requestInput, input);
  await countAttempt(ctx, perClient, clientAddress);
  await countAttempt(ctx, perAddress, email);
  const job = { email, returnTo: returnPath(returnTo), shared, locale };
  await addJob(ctx.db, signInTask, job, { attempts });
}
