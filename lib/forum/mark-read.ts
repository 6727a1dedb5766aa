// Remembers how far a person has read a thread; never backwards, so that leafing back marks nothing unread.
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { post, threadRead } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { actFor } from './act-for';
import { holdThread } from './hold-thread';
import { markReadInput } from './model';
import { noteReading } from './notifications/note-reading';
import { mayTakePart } from './policy';

/**
 * Under the thread's lock, since a post may be taken back meanwhile and its number given again.
 * @throws Refusal `not-allowed` for who is not signed in or may not read the thread, `not-found` for no thread
 */
export async function markRead(given: Context, input: z.input<typeof markReadInput>): Promise<void> {
  const { threadId, number, postId } = parseInput(markReadInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdThread(tx, threadId);
    demand(mayTakePart(tx.actor, held));
    const seen = postId && !(await stands(tx, postId, number)) ? number - 1 : number;
    const lastNumber = Math.min(seen, held.postCount);
    await db
      .insert(threadRead)
      .values({ personId: ctx.actor.personId, threadId, lastNumber, readAt: ctx.now })
      .onConflictDoUpdate({
        target: [threadRead.personId, threadRead.threadId],
        set: { lastNumber: sql`greatest(${threadRead.lastNumber}, excluded.last_number)`, readAt: ctx.now },
      });
    await noteReading(tx, threadId, lastNumber);
  });
}

/** A number that was given back with its post may be another post's by now. */
async function stands({ db }: MemberContext, postId: string, number: number): Promise<boolean> {
  const [found] = await db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.id, postId), eq(post.number, number)));
  return found !== undefined;
}
