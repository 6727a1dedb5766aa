// Sends copies through a provider that takes many in one call and remembers a call by its key: what a call holds is frozen
// before it is made, so that after any death the same call is made again and nobody gets two copies (MAIL.md E67).
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { delivery, deliveryBatch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import type { Sealed, Transport } from '@/lib/platform/mail/transport';
import { makeCall } from './make-call';
import type { FrozenCopy, OpenCopy } from './model';

const pack = promisify(gzip);

/** @throws MailUnavailable: what was frozen is sent again under the same key */
export async function sendInBatches(
  by: Context,
  transport: Transport,
  copies: readonly OpenCopy[],
  seal: (copy: OpenCopy) => Sealed,
): Promise<void> {
  for (let start = 0; start < copies.length; start += transport.batch) {
    const chunk = copies.slice(start, start + transport.batch);
    const payload = chunk.map((copy) => ({ ...copy, mail: seal(copy) }));
    await makeCall(by, transport, await freeze(by.db, payload), payload);
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
