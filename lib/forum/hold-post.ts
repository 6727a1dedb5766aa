// Takes hold of a post together with its thread.
import { eq } from 'drizzle-orm';
import { post, thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { findPost } from './find-post';
import type { HeldPost } from './model';

/**
 * The thread first, then the post: everyone waits in the same order. A post that went to another thread while one waited
 * is held there.
 * @throws Refusal `not-found`
 */
export async function holdPost(tx: Context, postId: string): Promise<HeldPost> {
  const [place] = await tx.db.select({ threadId: post.threadId }).from(post).where(eq(post.id, postId));
  if (!place) throw new Refusal('not-found', 'no-such-post');
  await tx.db.select({ id: thread.id }).from(thread).where(eq(thread.id, place.threadId)).for('update');
  const held = await findPost(tx, postId);
  return held.thread.id === place.threadId ? held : holdPost(tx, postId);
}
