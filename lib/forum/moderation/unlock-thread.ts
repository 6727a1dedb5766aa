// Opens a locked thread again.
import { eq } from 'drizzle-orm';
import { thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { changeThread } from './change-thread';
import { moderationInput } from './model';

/** Done twice it is done once. @throws Refusal `invalid` (reason), `not-found`, `not-allowed` */
export async function unlockThread(given: Context, input: unknown): Promise<void> {
  const typed = parseInput(moderationInput, input);
  await changeThread(given, typed, 'forum.unlock-thread', async ({ db }, held) => {
    if (held.locked === false) return null;
    await db.update(thread).set({ locked: false }).where(eq(thread.id, held.id));
    return { kind: 'unlock' };
  });
}
