// Makes a thread of its own out of some posts of another. Their old numbers stay there as lines that lead to them.
import { and, asc, eq } from 'drizzle-orm';
import { post, thread } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { announce } from '@/lib/platform/jobs/announce';
import { threadChanged } from '../facts';
import { loadAreas } from '../load-areas';
import type { HeldThread } from '../model';
import { changeThread } from '../moderation/change-thread';
import { isWider } from '../moderation/model';
import { noteEvent } from '../moderation/note-event';
import { mayMove, unseenAreas } from '../moderation/policy';
import { listMeant } from '../tags/queries';
import { writeThread } from '../writing/write-thread';
import { carryReaders } from './carry-readers';
import { postsToSplit, splitThreadInput } from './model';
import { movePosts } from './move-posts';
import { settleThread } from './settle-thread';

/**
 * The new thread is numbered from 1 and belongs to the author of its first post; areas the moderator may not read go
 * along. Merging it back undoes it: posts take their former numbers again.
 * @returns id of the new thread
 * @throws Refusal `invalid` (posts, title, areas, tags, reason; `audience-wider` until confirmed), `not-found`,
 * `not-allowed` also where the moderator may not write
 */
export async function splitThread(given: Context, input: unknown): Promise<string> {
  const { areas: slugs, widen, posts, following, isQuestion, ...typed } = parseInput(splitThreadInput, input);
  const id = newId();
  await changeThread(given, typed, 'forum.split-thread', async (tx, held) => {
    const areas = await loadAreas(tx, slugs);
    demand(mayMove(tx.actor, held, areas));
    if (isWider(held.areas, areas) && !widen) throw new Refusal('invalid', 'audience-wider', 'areas');
    const standing = await postsOf(tx, held.id);
    const numbers = postsToSplit(
      standing.map(({ number }) => number),
      { posts, following },
    );
    const going = standing.filter(({ number }) => numbers.includes(number));
    const [first] = going;
    if (!first) throw new Refusal('invalid', 'posts-missing', 'posts');
    const areaIds = [...new Set([...areas, ...unseenAreas(tx.actor, held)].map((area) => area.id))];
    const { title, reason } = typed;
    const tags = await listMeant(tx, typed.tags);
    await writeThread(tx, { id, title, tags, isQuestion, areaIds, author: first, at: first.postedAt });
    const places = going.map((one, index) => ({ id: one.id, number: index + 1 }));
    await movePosts(tx, { toId: id, reason }, places);
    await dropMovedAnswer(tx, held);
    await carryReaders(tx, { fromId: held.id, toId: id });
    for (const threadId of [held.id, id]) await settleThread(tx, threadId);
    await noteBeginning(tx, { id, from: held.id, posts: going.length, reason });
    return { kind: 'split', detail: { to: id, posts: going.length }, afterNumber: first.number - 1 };
  });
  return id;
}

function postsOf({ db }: MemberContext, threadId: string) {
  return db
    .select({
      id: post.id,
      number: post.number,
      personId: post.authorId,
      organizationId: post.organizationId,
      postedAt: post.postedAt,
    })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(asc(post.number));
}

/** An answer that went is no answer to what stayed. */
async function dropMovedAnswer(tx: MemberContext, held: HeldThread): Promise<void> {
  if (!held.solvedByPostId) return;
  const [stays] = await tx.db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.threadId, held.id), eq(post.id, held.solvedByPostId)));
  if (stays) return;
  await tx.db.update(thread).set({ solvedByPostId: null }).where(eq(thread.id, held.id));
  await noteEvent(tx, held, { kind: 'unanswer', detail: { postId: held.solvedByPostId } });
}

type Beginning = { id: string; from: string; posts: number; reason: string };

async function noteBeginning(tx: MemberContext, { id, from, posts, reason }: Beginning): Promise<void> {
  const detail = { from, posts };
  const eventId = await noteEvent(tx, { id, postCount: 0 }, { kind: 'split-off', detail, reason });
  await announce(tx.db, threadChanged(id, eventId));
}
