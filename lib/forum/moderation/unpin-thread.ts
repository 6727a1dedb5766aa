// Lets a pinned thread go back among the others.
import { eq } from 'drizzle-orm';
import { thread, threadArea } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { changeThread } from './change-thread';
import { moderationInput } from './model';

/** Done twice it is done once. @throws Refusal `invalid` (reason), `not-found`, `not-allowed` */
export async function unpinThread(given: Context, input: unknown): Promise<void> {
  const typed = parseInput(moderationInput, input);
  await changeThread(given, typed, 'forum.unpin-thread', async ({ db }, held) => {
    if (held.pinned === false) return null;
    await db.update(thread).set({ pinned: false }).where(eq(thread.id, held.id));
    await db.update(threadArea).set({ pinned: false }).where(eq(threadArea.threadId, held.id));
    return { kind: 'unpin' };
  });
}
