// Has copies sent after all that were dropped while their post was out of sight.
import { and, eq } from 'drizzle-orm';
import { delivery, post } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { queueDelivery } from './queue-delivery';

/** Who still wants and may get them is asked when they leave; those who do not have theirs dropped again. */
export async function reviveCopies(by: Context, postId: string): Promise<void> {
  await by.db.transaction(async (db) => {
    const revived = await db
      .update(delivery)
      .set({ state: 'waiting', createdAt: by.now })
      .where(and(eq(delivery.postId, postId), eq(delivery.state, 'dropped')))
      .returning({ id: delivery.id });
    if (revived.length === 0) return;
    const [found] = await db.select({ threadId: post.threadId }).from(post).where(eq(post.id, postId));
    if (found) await queueDelivery(db, found.threadId);
  });
}
