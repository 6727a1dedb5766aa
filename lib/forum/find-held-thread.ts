// A thread as policies and deeds want it: what decides about it, and the areas it stands in.
import { asc, eq } from 'drizzle-orm';
import { area, thread, threadArea, threadMerge } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { isQuestion } from './is-question';
import type { HeldThread } from './model';
import { admittedTo } from './queries';

/** Whoever then writes holds it first (`holdThread`). @throws Refusal `not-found`, `gone` for one merged into another */
export async function findHeldThread({ db }: Context, threadId: string): Promise<HeldThread> {
  const [found] = await db
    .select({
      id: thread.id,
      number: thread.number,
      title: thread.title,
      postCount: thread.postCount,
      locked: thread.locked,
      pinned: thread.pinned,
      authorId: thread.authorId,
      askerId: thread.askerId,
      solvedByPostId: thread.solvedByPostId,
      isQuestion: isQuestion(),
      mergedInto: threadMerge.intoId,
    })
    .from(thread)
    .leftJoin(threadMerge, eq(threadMerge.threadId, thread.id))
    .where(eq(thread.id, threadId));
  if (!found) throw new Refusal('not-found', 'no-such-thread');
  const { mergedInto, ...held } = found;
  if (mergedInto) throw new Refusal('gone', 'thread-merged');
  const areas = await db
    .select({
      id: area.id,
      audience: area.audience,
      postingRule: area.postingRule,
      admitted: admittedTo,
    })
    .from(threadArea)
    .innerJoin(area, eq(area.id, threadArea.areaId))
    .where(eq(threadArea.threadId, threadId))
    .orderBy(asc(area.position));
  return { ...held, askerId: held.askerId ?? held.authorId, areas };
}
