// Puts a thread where it belongs: into one area or several, the first of them its home.
import { eq } from 'drizzle-orm';
import { thread, threadArea } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { loadAreas } from '../load-areas';
import type { HeldThread } from '../model';
import { changeThread } from './change-thread';
import { isSameSet, isWider, moveThreadInput } from './model';
import { mayMove, unseenAreas } from './policy';

/**
 * Areas the moderator may not read stay as they are. Where more people would read the thread than before, the
 * moderator confirms it: who wrote in it counted on the audience they saw.
 * @throws Refusal `invalid` (reason, areas; `audience-wider` until confirmed), `not-found`, `not-allowed` also where
 * the moderator may not write
 */
export async function moveThread(given: Context, input: unknown): Promise<void> {
  const { areas: slugs, widen, ...typed } = parseInput(moveThreadInput, input);
  await changeThread(given, typed, 'forum.move-thread', async (tx, held) => {
    const areas = await loadAreas(tx, slugs);
    demand(mayMove(tx.actor, held, areas));
    if (isWider(held.areas, areas) && !widen) throw new Refusal('invalid', 'audience-wider', 'areas');
    const from = held.areas.map(({ id }) => id);
    const to = [...new Set([...areas, ...unseenAreas(tx.actor, held)].map(({ id }) => id))];
    if (isSameSet(from, to)) return null;
    await place(tx, held, to);
    return { kind: 'move', detail: { from, to } };
  });
}

async function place(
  { db }: MemberContext,
  { id: threadId, pinned }: HeldThread,
  areaIds: string[],
): Promise<void> {
  const [homeAreaId] = areaIds;
  const [moved] = await db
    .update(thread)
    .set({ homeAreaId })
    .where(eq(thread.id, threadId))
    .returning({ lastPostAt: thread.lastPostAt });
  if (!moved) return;
  await db.delete(threadArea).where(eq(threadArea.threadId, threadId));
  await db.insert(threadArea).values(areaIds.map((areaId) => ({ threadId, areaId, pinned, ...moved })));
}
