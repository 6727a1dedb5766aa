// Gives a thread a title that says what it is about; its number, and so every address of it, stays.
import { eq } from 'drizzle-orm';
import { thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { makeSlug } from '@/lib/text/make-slug';
import { normalizeSubject } from '@/lib/text/normalize-subject';
import { changeThread } from './change-thread';
import { renameThreadInput } from './model';

/** @throws Refusal `invalid` (title, reason), `not-found`, `not-allowed` */
export async function renameThread(given: Context, input: unknown): Promise<void> {
  const typed = parseInput(renameThreadInput, input);
  const { title } = typed;
  await changeThread(given, typed, 'forum.rename-thread', async ({ db }, held) => {
    if (held.title === title) return null;
    const normalizedTitle = normalizeSubject(title).key;
    await db
      .update(thread)
      .set({ title, normalizedTitle, slug: makeSlug(title) })
      .where(eq(thread.id, held.id));
    return { kind: 'rename', detail: { from: held.title, to: title } };
  });
}
