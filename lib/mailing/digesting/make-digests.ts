// Makes the digests of the hour: what the worker's clock sets off. Whoever got theirs today gets no second one.
import type { Context } from '@/lib/core/context';
import { dueDigests } from './model';
import { planDigest } from './plan-digest';
import { listDigestReceivers } from './queries';

/**
 * One person's trouble keeps nobody else from theirs.
 * @returns how many digests are to be sent
 * @throws AggregateError with what went wrong, so that the queue tries again for those without one
 */
export async function makeDigests(ctx: Context): Promise<number> {
  const troubles: unknown[] = [];
  let planned = 0;
  // The weekly one first: it takes the saved searches with it, so that no daily one leaves for them alone.
  for (const due of dueDigests(ctx.now).toReversed()) {
    for (const receiver of await listDigestReceivers(ctx, due)) {
      const isPlanned = await planDigest(ctx, due, receiver).catch((error) => {
        troubles.push(error);
        return false;
      });
      if (isPlanned) planned += 1;
    }
  }
  if (troubles.length > 0) throw new AggregateError(troubles, `${troubles.length} digests were not made.`);
  return planned;
}
