// Takes the choice of an answer back: the question is open again.
import { eq } from 'drizzle-orm';
import { thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { actFor } from '../act-for';
import { threadChanged } from '../facts';
import { holdThread } from '../hold-thread';
import { threadInput } from '../model';
import { noteEvent } from '../moderation/note-event';
import { mayMarkAnswer } from '../writing/policy';

/** Does nothing where no answer is chosen. @throws Refusal `not-found`, `not-allowed` */
export async function unmarkAnswer(given: Context, input: unknown): Promise<void> {
  const { threadId } = parseInput(threadInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdThread(tx, threadId);
    demand(mayMarkAnswer(tx.actor, held));
    if (!held.solvedByPostId) return;
    await db.update(thread).set({ solvedByPostId: null }).where(eq(thread.id, threadId));
    const event = await noteEvent(tx, held, { kind: 'unanswer', detail: { postId: held.solvedByPostId } });
    await announce(db, threadChanged(threadId, event));
    await record(tx, { act: 'forum.unmark-answer', subject: `thread:${threadId}`, detail: { event } });
  });
}
