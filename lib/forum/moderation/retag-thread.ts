// Gives a thread the tags under which others will look for it.
import { eq } from 'drizzle-orm';
import { threadTag } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { listMeant } from '../tags/queries';
import { changeThread } from './change-thread';
import { isSameSet, retagThreadInput } from './model';

/** The tags given, or what they mean, replace those that stand. @throws Refusal `invalid` (tags, reason), `not-found`, `not-allowed` */
export async function retagThread(given: Context, input: unknown): Promise<void> {
  const typed = parseInput(retagThreadInput, input);
  await changeThread(given, typed, 'forum.retag-thread', async ({ db }, held) => {
    const tags = await listMeant({ db }, typed.tags);
    const before = await db.delete(threadTag).where(eq(threadTag.threadId, held.id)).returning();
    if (tags.length > 0) await db.insert(threadTag).values(tags.map((tag) => ({ threadId: held.id, tag })));
    const from = before.map(({ tag }) => tag);
    if (isSameSet(from, tags)) return null;
    return { kind: 'retag', detail: { from, to: tags } };
  });
}
