// Writes what a person wants of a thread; null is what everyone begins with.
import { and, eq } from 'drizzle-orm';
import { threadFollow } from '@/db/schema';
import type { FollowState } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { findHeldThread } from '../find-held-thread';
import { threadInput } from '../model';
import { mayTakePart } from '../policy';

export async function setFollow(by: Context, input: unknown, state: FollowState | null): Promise<void> {
  const { threadId } = parseInput(threadInput, input);
  const { personId } = memberOf(by.actor);
  demand(mayTakePart(by.actor, await findHeldThread(by, threadId)));
  if (state === null) {
    await by.db
      .delete(threadFollow)
      .where(and(eq(threadFollow.personId, personId), eq(threadFollow.threadId, threadId)));
    return;
  }
  await by.db
    .insert(threadFollow)
    .values({ personId, threadId, state, createdAt: by.now })
    .onConflictDoUpdate({ target: [threadFollow.personId, threadFollow.threadId], set: { state } });
}
