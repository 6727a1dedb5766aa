// Adds an answer to a thread.
import { and, eq } from 'drizzle-orm';
import { post } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { holdThread } from '../hold-thread';
import { checkImages } from './check-images';
import { claimDraft } from './claim-draft';
import { closeDraft } from './close-draft';
import { composeText } from './compose-text';
import { fileNames } from './file-names';
import { type Arrival, type Published, postReplyInput } from './model';
import { placeOf } from './place-of';
import { mayReply } from './policy';
import { writePost } from './write-post';

/**
 * Sent twice under one draft it is one post. The right is asked under the thread's lock: a thread that was locked
 * while one wrote refuses, and the draft keeps the words.
 * @param arrival where it came by mail; then there is no draft, and the text may be nothing beside files
 * @throws Refusal `invalid` (field), `not-found`, `not-allowed` (`thread-locked` among others), `gone`
 */
export async function postReply(given: Context, input: unknown, arrival?: Arrival): Promise<Published> {
  const { seatId, draftId, confirmed, body, threadId, replyToId } = parseInput(postReplyInput, input);
  const ctx = actFor(given, seatId);
  const text = composeText(body, arrival);
  await checkImages(ctx, text.body, { draftId, arrival });
  const texts = { body: text.body, files: await fileNames(ctx, draftId, arrival) };
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const draft = arrival ? null : await claimDraft(tx, draftId, 'reply', { body: text.body });
    if (draft?.publishedPostId) return placeOf(tx, draft.publishedPostId);
    const thread = await holdThread(tx, threadId);
    demand(mayReply(tx.actor, thread));
    const warned = checkPersonalData(texts, confirmed);
    if (replyToId) await demandInThread(tx, threadId, replyToId);
    const postId = await writePost(tx, { thread, text, replyToId: replyToId ?? null, arrival });
    const sent = { body: text.body, threadId, postId: replyToId ?? null };
    if (draft) await closeDraft(tx, draft.id, postId, sent);
    const entry = { act: 'forum.post-reply', subject: `post:${postId}`, detail: { threadId, warned } };
    const [place] = await Promise.all([placeOf(tx, postId), record(tx, entry)]);
    return place;
  });
}

async function demandInThread({ db }: Context, threadId: string, postId: string): Promise<void> {
  const [found] = await db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.id, postId), eq(post.threadId, threadId)));
  if (!found) throw new Refusal('not-found', 'no-such-post', 'replyToId');
}
