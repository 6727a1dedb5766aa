// Sends copies through a provider that takes many in one call and remembers a call by its key: what a call holds is frozen
// before it is made, so that after any death the same call is made again and nobody gets two copies (MAIL.md E67).
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { delivery, deliveryBatch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { MailUnavailable } from '@/lib/platform/mail/message';
import type { Sealed, Transport } from '@/lib/platform/mail/transport';
import { makeCall } from './make-call';
import type { FrozenCopy, OpenCopy } from './model';

const pack = promisify(gzip);

/**
 * A call that surely was not heard leaves its copies as they were, so that access and choices are asked again before the
 * next one; only what may have been taken stays frozen.
 * @throws MailUnavailable
 */
export async function sendInBatches(
  by: Context,
  transport: Transport,
  copies: readonly OpenCopy[],
  seal: (copy: OpenCopy) => Sealed,
): Promise<void> {
  for (let start = 0; start < copies.length; start += transport.batch) {
    const chunk = copies.slice(start, start + transport.batch);
    const payload = chunk.map((copy) => ({ ...copy, mail: seal(copy) }));
    const batchId = await freeze(by.db, payload);
    try {
      await makeCall(by, transport, batchId, payload);
    } catch (error) {
      if (error instanceof MailUnavailable && error.nothingTaken) await unfreeze(by.db, batchId, chunk);
      throw error;
    }
  }
}

async function freeze(db: Database, payload: readonly FrozenCopy[]): Promise<string> {
  const id = newId();
  const packed = await pack(JSON.stringify(payload));
  await db.transaction(async (tx) => {
    await tx.insert(deliveryBatch).values({ id, payload: packed });
    await tx
      .update(delivery)
      .set({
        ...{ batchId: id, state: 'sending', attempts: sql`${delivery.attempts} + 1` },
        repeats: sql`${delivery.repeats} + (${delivery.state} = 'sending')::int`,
      })
      .where(
        inArray(
          delivery.id,
          payload.map((copy) => copy.id),
        ),
      );
  });
  return id;
}

/** A copy that was in doubt before this call is so again. */
async function unfreeze(db: Database, batchId: string, copies: readonly OpenCopy[]): Promise<void> {
  const inDoubt = copies.filter(({ state }) => state === 'sending').map(({ id }) => id);
  await db.transaction(async (tx) => {
    await tx
      .update(delivery)
      .set({ batchId: null, state: 'waiting', attempts: sql`${delivery.attempts} - 1` })
      .where(eq(delivery.batchId, batchId));
    if (inDoubt.length > 0) {
      await tx
        .update(delivery)
        .set({ state: 'sending', repeats: sql`${delivery.repeats} - 1` })
        .where(inArray(delivery.id, inDoubt));
    }
    await tx.delete(deliveryBatch).where(eq(deliveryBatch.id, batchId));
  });
}
