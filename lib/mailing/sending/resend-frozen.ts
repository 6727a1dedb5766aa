// Makes again the calls of which nobody knows whether the provider heard them: the same mails under the same key, whatever
// was chosen meanwhile, because a provider refuses a key with other mails.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { deliveryBatch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { Transport } from '@/lib/platform/mail/transport';
import { makeCall } from './make-call';
import type { FrozenCopy, OpenCopy } from './model';

const unpack = promisify(gunzip);

/** Milliseconds. A provider forgets keys after a day (MAIL.md §3): older calls are made anew, and their copies counted. */
const rememberedFor = 23 * 3_600_000;

/** @returns the copies that are in no such call */
export async function resendFrozen(
  by: Context,
  transport: Transport,
  copies: readonly OpenCopy[],
): Promise<OpenCopy[]> {
  const frozen = new Set<string>();
  for (const batchId of new Set(copies.flatMap((copy) => copy.batchId ?? []))) {
    const payload = await thaw(by, batchId);
    for (const { id } of payload ?? []) frozen.add(id);
    if (payload) await makeCall(by, transport, batchId, payload);
  }
  return copies.filter(({ id }) => !frozen.has(id));
}

/** Null where the provider no longer knows the key: nobody needs those texts any more, and they are emptied. */
async function thaw({ db, now }: Context, batchId: string): Promise<FrozenCopy[] | null> {
  const [found] = await db
    .select({ payload: deliveryBatch.payload, createdAt: deliveryBatch.createdAt })
    .from(deliveryBatch)
    .where(eq(deliveryBatch.id, batchId));
  if (!found?.payload) return null;
  if (found.createdAt.getTime() > now.getTime() - rememberedFor) {
    return JSON.parse(String(await unpack(found.payload)));
  }
  await db.update(deliveryBatch).set({ payload: null }).where(eq(deliveryBatch.id, batchId));
  return null;
}
