// Keeps a thread on top of its areas.
import { eq } from 'drizzle-orm';
import { thread, threadArea } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { changeThread } from './change-thread';
import { moderationInput } from './model';

/** Done twice it is done once. @throws Refusal `invalid` (reason), `not-found`, `not-allowed` */
export async function pinThread(given: Context, input: unknown): Promise<void> {
  const typed = parseInput(moderationInput, input);
  await changeThread(given, typed, 'forum.pin-thread', async ({ db }, held) => {
    if (held.pinned === true) return null;
    await db.update(thread).set({ pinned: true }).where(eq(thread.id, held.id));
    await db.update(threadArea).set({ pinned: true }).where(eq(threadArea.threadId, held.id));
    return { kind: 'pin' };
  });
}
