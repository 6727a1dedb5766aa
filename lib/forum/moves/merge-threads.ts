// Makes one thread of two about the same thing: the posts of one go on after those of the other, and its address leads there.
import { and, eq, sql } from 'drizzle-orm';
import { post, postMove, thread, threadArea, threadMerge } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { findHeldThread } from '../find-held-thread';
import type { HeldThread } from '../model';
import { changeThread } from '../moderation/change-thread';
import { isWider } from '../moderation/model';
import { mergeThreadsInput, type Place, placesIn } from './model';
import { movePosts } from './move-posts';
import { mayMerge } from './policy';
import { settleThread } from './settle-thread';
import { uniteReaders } from './unite-readers';

/**
 * Answer, lock and pin of the thread that stays are kept; an answer chosen in the other counts where there was none.
 * @throws Refusal `invalid` (`merge-with-itself`, reason; `audience-wider` until confirmed), `not-found`,
 * `not-allowed`, `gone` for a thread that was merged already
 */
export async function mergeThreads(given: Context, input: unknown): Promise<void> {
  const { threadId, into, widen, ...typed } = parseInput(mergeThreadsInput, input);
  if (threadId === into) throw new Refusal('invalid', 'merge-with-itself', 'into');
  const held = { ...typed, threadId: into, holdAlso: threadId };
  await changeThread(given, held, 'forum.merge-threads', async (tx, stays) => {
    const going = await findHeldThread(tx, threadId);
    demand(mayMerge(tx.actor, going, stays));
    if (isWider(going.areas, stays.areas) && !widen) throw new Refusal('invalid', 'audience-wider', 'widen');
    const places = await placesOf(tx, going, stays);
    const { id: intoId } = stays;
    await movePosts(tx, { toId: intoId, reason: typed.reason }, places);
    await carryEvents(tx, threadId, intoId);
    await uniteRows(tx, going, stays);
    await settleThread(tx, intoId);
    await uniteReaders(tx, { goingId: threadId, intoId, last: stays.postCount });
    await closeThread(tx, threadId, { intoId, reason: typed.reason });
    const detail = { from: threadId, title: going.title, posts: places.length };
    return { kind: 'merge', detail, afterNumber: stays.postCount };
  });
}

async function placesOf({ db }: MemberContext, going: HeldThread, stays: HeldThread): Promise<Place[]> {
  const posts = await db
    .select({ id: post.id, number: post.number, postedAt: post.postedAt, former: postMove.number })
    .from(post)
    .leftJoin(postMove, and(eq(postMove.postId, post.id), eq(postMove.threadId, stays.id)))
    .where(eq(post.threadId, going.id));
  const former = new Map(posts.flatMap(({ id, former }) => (former === null ? [] : [[id, former] as const])));
  return placesIn(posts, former, stays.postCount);
}

/** What was done to posts stays beside them; what was done to the thread as a whole is told of it no more. */
async function carryEvents({ db }: MemberContext, goingId: string, intoId: string): Promise<void> {
  await db.execute(sql`
    update thread_event set thread_id = ${intoId}, after_number = post.number
    from post_move moved join post on post.id = moved.post_id
    where thread_event.thread_id = ${goingId} and moved.thread_id = ${goingId} and post.thread_id = ${intoId}
      and moved.number = thread_event.after_number
      and thread_event.kind in ('answer', 'unanswer', 'show', 'split', 'merge')`);
}

async function uniteRows({ db }: MemberContext, going: HeldThread, stays: HeldThread): Promise<void> {
  await db.update(thread).set({ solvedByPostId: null }).where(eq(thread.id, going.id));
  await db
    .update(thread)
    .set({
      solvedByPostId: stays.solvedByPostId ?? going.solvedByPostId,
      isQuestion: stays.isQuestion || going.isQuestion,
    })
    .where(eq(thread.id, stays.id));
  await db.execute(sql`
    with gone as (delete from thread_tag where thread_id = ${going.id} returning tag)
    insert into thread_tag (thread_id, tag) select ${stays.id}::uuid, tag from gone on conflict do nothing`);
  await db.execute(sql`
    update draft set thread_id = ${stays.id} where id in (
      select id from draft where thread_id = ${going.id} for update skip locked)`);
}

/** In no area it is in no list and no search. */
async function closeThread(
  { db, actor, now }: MemberContext,
  threadId: string,
  { intoId, reason }: { intoId: string; reason: string },
): Promise<void> {
  const by = { personId: actor.personId, organizationId: actor.seat.organization.id };
  await db.insert(threadMerge).values({ threadId, intoId, reason, ...by, mergedAt: now });
  await db.delete(threadArea).where(eq(threadArea.threadId, threadId));
  await db.update(thread).set({ postCount: 0, movedCount: 0, pinned: false }).where(eq(thread.id, threadId));
}
