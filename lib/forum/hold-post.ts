// Takes hold of a post together with its thread.
import { eq } from 'drizzle-orm';
import { post } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { findPost } from './find-post';
import { holdThread } from './hold-thread';
import type { HeldPost } from './model';

/** The thread first, then the post: everyone waits in the same order. @throws Refusal `not-found` */
export async function holdPost(tx: Context, postId: string): Promise<HeldPost> {
  const [place] = await tx.db.select({ threadId: post.threadId }).from(post).where(eq(post.id, postId));
  if (!place) throw new Refusal('not-found', 'no-such-post');
  await holdThread(tx, place.threadId);
  return findPost(tx, postId);
}
