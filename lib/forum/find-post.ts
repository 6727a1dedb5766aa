// A post as policies and deeds want it: whose it is, what stands about it, and its thread.
import { and, eq, isNull } from 'drizzle-orm';
import { post, postRemoval } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { findHeldThread } from './find-held-thread';
import type { HeldPost } from './model';

/** Whoever then writes holds it first (`holdPost`). @throws Refusal `not-found` */
export async function findPost(tx: Context, postId: string): Promise<HeldPost> {
  const [found] = await tx.db
    .select({
      id: post.id,
      threadId: post.threadId,
      number: post.number,
      authorId: post.authorId,
      organizationId: post.organizationId,
      postedAt: post.postedAt,
      revision: post.revision,
      removal: {
        id: postRemoval.id,
        kind: postRemoval.kind,
        personId: postRemoval.personId,
        removedAt: postRemoval.removedAt,
      },
    })
    .from(post)
    .leftJoin(postRemoval, and(eq(postRemoval.postId, post.id), isNull(postRemoval.liftedAt)))
    .where(eq(post.id, postId));
  if (!found) throw new Refusal('not-found', 'no-such-post');
  const { threadId, ...rest } = found;
  return { ...rest, thread: await findHeldThread(tx, threadId) };
}
