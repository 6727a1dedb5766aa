// What hiding a post did besides: the choice of the answer, open reports, the notice to its author.
import { and, eq, isNull } from 'drizzle-orm';
import { notification, report, thread, threadEvent } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import type { HeldPost } from '../model';
import { noteEvent } from '../moderation/note-event';

type Removal = NonNullable<HeldPost['removal']>;

/** Reports that hiding had decided are open again: whoever shows the post decides on them. */
export async function undoHiding(
  tx: MemberContext,
  { id: postId, thread: held }: HeldPost,
  { id, removedAt }: Removal,
  reason: string,
): Promise<void> {
  const { db } = tx;
  await noteEvent(tx, held, { kind: 'show', detail: { postId }, reason });
  await chooseAgain(tx, postId, held, removedAt);
  await db
    .update(report)
    .set({ closedAt: null, closedById: null, decision: null, note: null })
    .where(and(eq(report.postId, postId), eq(report.closedAt, removedAt), eq(report.decision, 'hidden')));
  await db.delete(notification).where(eq(notification.fact, `forum.post.removed:${id}`));
}

/** Only where the post was the answer when it was hidden, and no other has been chosen since. */
async function chooseAgain(tx: MemberContext, postId: string, held: HeldPost['thread'], removedAt: Date) {
  const [dropped] = await tx.db
    .select({ detail: threadEvent.detail })
    .from(threadEvent)
    .where(
      and(
        eq(threadEvent.threadId, held.id),
        eq(threadEvent.kind, 'unanswer'),
        eq(threadEvent.happenedAt, removedAt),
      ),
    );
  if ((dropped?.detail as { postId?: string } | undefined)?.postId !== postId) return;
  const again = await tx.db
    .update(thread)
    .set({ solvedByPostId: postId })
    .where(and(eq(thread.id, held.id), isNull(thread.solvedByPostId)))
    .returning({ id: thread.id });
  if (again.length > 0) await noteEvent(tx, held, { kind: 'answer', detail: { postId } });
}
