// Puts a thread where it belongs: into one area or several, the first of them its home.
import { eq } from 'drizzle-orm';
import { thread, threadArea } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { loadAreas } from '../load-areas';
import { changeThread } from './change-thread';
import { moveThreadInput } from './model';
import { mayMove } from './policy';

/** @throws Refusal `invalid` (reason, areas), `not-found`, `not-allowed` also where the moderator may not write */
export async function moveThread(given: Context, input: unknown): Promise<void> {
  const { areas: slugs, ...typed } = parseInput(moveThreadInput, input);
  await changeThread(given, typed, 'forum.move-thread', async (tx, held) => {
    const areas = await loadAreas(tx, slugs);
    demand(mayMove(tx.actor, held, areas));
    const to = areas.map(({ id }) => id);
    await place(tx, held.id, to);
    return { kind: 'move', detail: { from: held.areas.map(({ id }) => id), to } };
  });
}

async function place({ db }: MemberContext, threadId: string, areaIds: string[]): Promise<void> {
  const [homeAreaId] = areaIds;
  const [moved] = await db
    .update(thread)
    .set({ homeAreaId })
    .where(eq(thread.id, threadId))
    .returning({ lastPostAt: thread.lastPostAt });
  if (!moved) return;
  await db.delete(threadArea).where(eq(threadArea.threadId, threadId));
  await db.insert(threadArea).values(areaIds.map((areaId) => ({ threadId, areaId, ...moved })));
}
