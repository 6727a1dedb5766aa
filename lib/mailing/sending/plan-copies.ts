// Writes down who is to get a copy of a post, one row a person, and has the thread's copies sent.
import { delivery } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { demand } from '@/lib/core/verdict';
import { listReceivers } from './list-receivers';
import { maySendCopies } from './policy';
import { findMailedPost } from './queries';
import { queueDelivery } from './queue-delivery';

/**
 * May run twice: whoever has a copy already gets no second one, however many areas, tags or roles lead to it.
 * @returns how many copies were added
 * @throws Refusal `not-allowed` for anyone but the system
 */
export async function planCopies(ctx: Context, postId: string): Promise<number> {
  demand(maySendCopies(ctx.actor));
  const post = await findMailedPost(ctx, postId);
  if (!post) return 0;
  const receivers = await listReceivers(ctx, post);
  if (receivers.length === 0) return 0;
  return ctx.db.transaction(async (db) => {
    const planned = receivers.map(({ personId, email }) => ({ id: newId(), postId, personId, email }));
    const added = await db
      .insert(delivery)
      .values(planned)
      .onConflictDoNothing()
      .returning({ id: delivery.id });
    if (added.length > 0) await queueDelivery(db, post.thread.id);
    return added.length;
  });
}
