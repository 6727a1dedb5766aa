// Within ten seconds after sending: the post is taken back as if it had never been sent, and its words are a draft again.
import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { draft, draftFile, post, thread, threadArea } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce, unsay } from '@/lib/platform/jobs/announce';
import { actFor } from '../act-for';
import { dropAnswer } from '../answers/drop-answer';
import { mostFiles } from '../drafts/model';
import { postTakenBack } from '../facts';
import { holdPost } from '../hold-post';
import type { HeldPost } from '../model';
import { postInput, publishedKey } from '../writing/model';
import { mayTakeBack } from '../writing/policy';
import { blankPost } from './blank-post';
import { forgetReading } from './forget-reading';
import { removePost } from './remove-post';

/** What the author goes on with, and whether the thread still stands. */
export type TakenBack = { draftId: string | null; threadId: string | null };

/**
 * Nobody was told yet, so the last post of a thread goes without a trace and gives its number back: the next one
 * takes it, and whoever had seen the first finds the second unread. A post that others have already written under
 * keeps its number and stands as a line without words, so that no number moves. A thread of one post goes with it.
 * @throws Refusal `not-found`, `not-allowed` (`too-late-to-take-back` among others)
 */
export async function takeBack(given: Context, input: unknown): Promise<TakenBack> {
  const { postId } = parseInput(postInput, input);
  const ctx = actFor(given);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdPost(tx, postId);
    demand(mayTakeBack(tx.actor, { ...held, isRemoved: held.removal !== null }, tx.now));
    await unsay(db, publishedKey(postId));
    const draftId = await reopenDraft(tx, postId);
    const isLast = held.number === held.thread.postCount;
    if (isLast) await leaveNothing(tx, held);
    else await leaveLine(tx, held);
    await record(tx, { act: 'forum.take-back', subject: `post:${postId}` });
    return { draftId, threadId: isLast && held.number === 1 ? null : held.thread.id };
  });
}

/** With the words that stood last: drafts of later edits go, their files stay with it. */
async function reopenDraft({ db, now }: MemberContext, postId: string): Promise<string | null> {
  const body = sql`(select ${post.body} from ${post} where ${post.id} = ${postId})`;
  const [opened] = await db
    .update(draft)
    .set({ publishedAt: null, publishedPostId: null, body, updatedAt: now })
    .where(and(eq(draft.publishedPostId, postId), ne(draft.kind, 'edit')))
    .returning({ id: draft.id });
  const edits = db
    .select({ id: draft.id })
    .from(draft)
    .where(and(eq(draft.kind, 'edit'), eq(draft.publishedPostId, postId)));
  if (opened) {
    await db
      .update(draftFile)
      .set({ draftId: opened.id, position: sql`${draftFile.position} + ${mostFiles}` })
      .where(inArray(draftFile.draftId, edits));
  }
  await db.delete(draft).where(inArray(draft.id, edits));
  return opened?.id ?? null;
}

async function leaveLine(tx: MemberContext, held: HeldPost): Promise<void> {
  await blankPost(tx, held.id);
  await removePost(tx, held, 'taken-back');
}

/** Told to the search alone, which may have met the post where something else of the thread changed. */
async function leaveNothing(tx: MemberContext, held: HeldPost): Promise<void> {
  if (held.number === 1) await tx.db.delete(thread).where(eq(thread.id, held.thread.id));
  else await dropLast(tx, held);
  await announce(tx.db, postTakenBack(held.id, held.thread.id));
}

async function dropLast(tx: MemberContext, held: HeldPost): Promise<void> {
  const { db } = tx;
  const { id: threadId } = held.thread;
  const before = held.number - 1;
  await dropAnswer(tx, held);
  await db.delete(post).where(eq(post.id, held.id));
  const [last] = await db
    .select({ at: post.postedAt, by: post.authorId })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(desc(post.number))
    .limit(1);
  if (!last) return;
  await db
    .update(thread)
    .set({ postCount: before, lastPostAt: last.at, lastPosterId: last.by })
    .where(eq(thread.id, threadId));
  await db.update(threadArea).set({ lastPostAt: last.at }).where(eq(threadArea.threadId, threadId));
  await forgetReading(tx, threadId, before);
}
