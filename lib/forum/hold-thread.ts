// Takes hold of a thread for the length of a transaction: whoever else writes in it waits, so numbers and states agree.
import { eq } from 'drizzle-orm';
import { thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { findHeldThread } from './find-held-thread';
import type { HeldThread } from './model';

/** @throws Refusal `not-found`, `gone` for one merged into another */
export async function holdThread(tx: Context, threadId: string): Promise<HeldThread> {
  const [held] = await tx.db
    .select({ id: thread.id })
    .from(thread)
    .where(eq(thread.id, threadId))
    .for('update');
  if (!held) throw new Refusal('not-found', 'no-such-thread');
  return findHeldThread(tx, threadId);
}
