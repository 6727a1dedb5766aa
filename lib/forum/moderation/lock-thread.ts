// Closes a thread to further writing, and says why.
import { eq } from 'drizzle-orm';
import { thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { changeThread } from './change-thread';
import { moderationInput } from './model';

/** Done twice it is done once. @throws Refusal `invalid` (reason), `not-found`, `not-allowed` */
export async function lockThread(given: Context, input: unknown): Promise<void> {
  const typed = parseInput(moderationInput, input);
  await changeThread(given, typed, 'forum.lock-thread', async ({ db }, held) => {
    if (held.locked === true) return null;
    await db.update(thread).set({ locked: true }).where(eq(thread.id, held.id));
    return { kind: 'lock' };
  });
}
