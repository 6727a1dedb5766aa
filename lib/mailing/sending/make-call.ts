// One call to a provider with everything it holds, and what became of each copy, written in one transaction.
import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { deliveryBatch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { Receipt } from '@/lib/platform/mail/message';
import type { Transport } from '@/lib/platform/mail/transport';
import type { FrozenCopy } from './model';
import { noteRefusal } from './note-refusal';

/** @param batchId under which the provider knows the call, however often it is made */
export async function makeCall(
  by: Context,
  transport: Transport,
  batchId: string,
  payload: readonly FrozenCopy[],
): Promise<void> {
  const receipts = await send(transport, batchId, payload);
  await by.db.transaction(async (db) => {
    await writeTaken(db, payload, receipts);
    for (const [index, receipt] of receipts.entries()) {
      const copy = payload[index];
      if (copy && !receipt.taken) await noteRefusal({ ...by, db }, copy, receipt.refusal);
    }
    await db
      .update(deliveryBatch)
      .set({ payload: null, sentAt: by.now })
      .where(eq(deliveryBatch.id, batchId));
  });
}

async function writeTaken(
  db: Database,
  payload: readonly FrozenCopy[],
  receipts: readonly Receipt[],
): Promise<void> {
  const taken = payload.flatMap(({ id }, index) => {
    const receipt = receipts[index];
    return receipt?.taken ? [{ id, provider_id: receipt.providerId }] : [];
  });
  await db.execute(sql`update delivery set state = 'sent', sent_at = now(), provider_id = taken.provider_id
    from json_to_recordset(${JSON.stringify(taken)}::text::json) as taken(id uuid, provider_id text)
    where delivery.id = taken.id`);
}

async function send(
  transport: Transport,
  batchId: string,
  payload: readonly FrozenCopy[],
): Promise<Receipt[]> {
  const release = await transport.takeLine();
  try {
    return await transport.send(
      payload.map(({ mail }) => mail),
      batchId,
    );
  } finally {
    release();
  }
}
