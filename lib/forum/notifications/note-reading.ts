// Who reads a thread has also seen what they were told of it so far.
import { and, eq, inArray, isNull, lte, ne } from 'drizzle-orm';
import { notification, post } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';

/** A report is seen when it is decided, not when its post is read. */
export async function noteReading(
  { db, actor, now }: MemberContext,
  threadId: string,
  lastNumber: number,
): Promise<void> {
  const seen = db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.threadId, threadId), lte(post.number, lastNumber)));
  await db
    .update(notification)
    .set({ readAt: now })
    .where(
      and(
        eq(notification.personId, actor.personId),
        eq(notification.threadId, threadId),
        isNull(notification.readAt),
        ne(notification.kind, 'report'),
        inArray(notification.postId, seen),
      ),
    );
}
