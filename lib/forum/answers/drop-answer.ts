// A post that no longer shows is no answer any more.
import { eq } from 'drizzle-orm';
import { thread } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import type { HeldPost } from '../model';
import { noteEvent } from '../moderation/note-event';

/** Does nothing for a post that is not the answer of its thread. */
export async function dropAnswer(tx: MemberContext, { id, thread: held }: HeldPost): Promise<void> {
  if (held.solvedByPostId !== id) return;
  await tx.db.update(thread).set({ solvedByPostId: null }).where(eq(thread.id, held.id));
  await noteEvent(tx, held, { kind: 'unanswer', detail: { postId: id } });
}
