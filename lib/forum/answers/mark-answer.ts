// Says which post answered the question.
import { eq } from 'drizzle-orm';
import { thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { actFor } from '../act-for';
import { answerMarked } from '../facts';
import { holdPost } from '../hold-post';
import { noteEvent } from '../moderation/note-event';
import { postInput } from '../writing/model';
import { mayMarkAnswer } from '../writing/policy';

/** Choosing another post replaces the first choice. @throws Refusal `not-found`, `not-allowed`, `conflict` */
export async function markAnswer(given: Context, input: unknown): Promise<void> {
  const { postId } = parseInput(postInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdPost(tx, postId);
    demand(mayMarkAnswer(tx.actor, held.thread));
    if (held.number === 1) throw new Refusal('conflict', 'question-is-no-answer');
    if (held.removal) throw new Refusal('conflict', 'post-removed');
    if (held.thread.solvedByPostId === postId) return;
    await db.update(thread).set({ solvedByPostId: postId }).where(eq(thread.id, held.thread.id));
    const event = await noteEvent(tx, held.thread, { kind: 'answer', detail: { postId } });
    await announce(db, answerMarked(postId, event));
    await record(tx, { act: 'forum.mark-answer', subject: `thread:${held.thread.id}`, detail: { event } });
  });
}
