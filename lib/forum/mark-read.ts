// Remembers how far a person has read a thread; never backwards, so that leafing back marks nothing unread.
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { thread, threadRead } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { markReadInput } from './model';
import { mayMarkRead } from './policy';
import { findThread } from './posts/queries';

/** @throws Refusal `not-allowed` for who is not signed in or may not read the thread, `not-found` for no thread */
export async function markRead(ctx: Context, input: z.input<typeof markReadInput>): Promise<void> {
  const { threadId, number } = markReadInput.parse(input);
  demand(mayMarkRead(ctx.actor));
  if (ctx.actor.kind !== 'member') return;
  const [found] = await ctx.db.select({ number: thread.number }).from(thread).where(eq(thread.id, threadId));
  if (!found) throw new Refusal('not-found', 'no-such-thread');
  const { posts } = await findThread(ctx, found.number);
  const lastNumber = Math.min(number, posts);
  await ctx.db
    .insert(threadRead)
    .values({ personId: ctx.actor.personId, threadId, lastNumber, readAt: ctx.now })
    .onConflictDoUpdate({
      target: [threadRead.personId, threadRead.threadId],
      set: { lastNumber: sql`greatest(${threadRead.lastNumber}, excluded.last_number)`, readAt: ctx.now },
    });
}
