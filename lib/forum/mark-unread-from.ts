// A person keeps a thread for later: from this post on it is unread again.
import { threadRead } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { findHeldThread } from './find-held-thread';
import { markReadInput } from './model';
import { mayTakePart } from './policy';

/** A number beyond the last post marks nothing unread. @throws Refusal `not-found`, `not-allowed`, `invalid` */
export async function markUnreadFrom(ctx: Context, input: unknown): Promise<void> {
  const { threadId, number } = parseInput(markReadInput, input);
  const { personId } = memberOf(ctx.actor);
  const thread = await findHeldThread(ctx, threadId);
  demand(mayTakePart(ctx.actor, thread));
  const lastNumber = Math.min(number - 1, thread.postCount);
  const reading = { lastNumber, keptUnread: true, readAt: ctx.now };
  await ctx.db
    .insert(threadRead)
    .values({ personId, threadId, ...reading })
    .onConflictDoUpdate({ target: [threadRead.personId, threadRead.threadId], set: reading });
}
