// Writes what a person wants of a thread, whoever has asked whether they may.
import { and, eq } from 'drizzle-orm';
import { threadFollow } from '@/db/schema';
import type { FollowState } from '@/db/words';
import type { Context } from '@/lib/core/context';

/**
 * Asks no right of reading: whoever holds the signed link of a copy got the copy, and may stop what comes (MAIL.md E64).
 * @param wanted `state` null: what everyone begins with
 */
export async function writeFollow(
  { db, now }: Context,
  { personId, threadId, state }: { personId: string; threadId: string; state: FollowState | null },
): Promise<void> {
  if (state === null) {
    await db
      .delete(threadFollow)
      .where(and(eq(threadFollow.personId, personId), eq(threadFollow.threadId, threadId)));
    return;
  }
  await db
    .insert(threadFollow)
    .values({ personId, threadId, state, createdAt: now })
    .onConflictDoUpdate({ target: [threadFollow.personId, threadFollow.threadId], set: { state } });
}
