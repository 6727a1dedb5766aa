// Remembers how far a person has read a thread; never backwards, so that leafing back marks nothing unread.
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { threadRead } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { actFor } from './act-for';
import { findHeldThread } from './find-held-thread';
import { markReadInput } from './model';
import { noteReading } from './notifications/note-reading';
import { mayTakePart } from './policy';

/** @throws Refusal `not-allowed` for who is not signed in or may not read the thread, `not-found` for no thread */
export async function markRead(given: Context, input: z.input<typeof markReadInput>): Promise<void> {
  const { threadId, number } = parseInput(markReadInput, input);
  const ctx = actFor(given);
  const thread = await findHeldThread(ctx, threadId);
  demand(mayTakePart(ctx.actor, thread));
  const lastNumber = Math.min(number, thread.postCount);
  await ctx.db
    .insert(threadRead)
    .values({ personId: ctx.actor.personId, threadId, lastNumber, readAt: ctx.now })
    .onConflictDoUpdate({
      target: [threadRead.personId, threadRead.threadId],
      set: { lastNumber: sql`greatest(${threadRead.lastNumber}, excluded.last_number)`, readAt: ctx.now },
    });
  await noteReading(ctx, threadId, lastNumber);
}
