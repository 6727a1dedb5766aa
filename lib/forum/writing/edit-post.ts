// Gives a post another text; every version is kept, and nobody overwrites what they have not seen.
import { eq } from 'drizzle-orm';
import { post, postRevision } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce, type Delay } from '@/lib/platform/jobs/announce';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { postEdited } from '../facts';
import { holdPost } from '../hold-post';
import type { HeldPost } from '../model';
import { checkImages } from './check-images';
import { claimDraft } from './claim-draft';
import { closeDraft } from './close-draft';
import { composeText } from './compose-text';
import { fileNames } from './file-names';
import { type ComposedText, editPostInput, type Published, toldAt } from './model';
import { placeOf } from './place-of';
import { mayEdit } from './policy';

/**
 * @throws Refusal `conflict` `edited-meanwhile` when the post has another version than the one the author began from:
 * `findEditConflict` then gives both texts; `invalid`, `not-found`, `not-allowed`
 */
export async function editPost(given: Context, input: unknown): Promise<Published> {
  const { seatId, draftId, confirmed, body, postId, baseRevision } = parseInput(editPostInput, input);
  const ctx = actFor(given, seatId);
  const text = composeText(body);
  await checkImages(ctx, text.body, { draftId, postId });
  const texts = { body: text.body, files: await fileNames(ctx, draftId) };
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const draft = await claimDraft(tx, draftId, 'edit', { body: text.body });
    if (draft.publishedPostId) return placeOf(tx, draft.publishedPostId);
    const held = await holdPost(tx, postId);
    demand(mayEdit(tx.actor, { ...held, isRemoved: held.removal !== null }));
    const warned = checkPersonalData(texts, confirmed);
    if (held.revision !== baseRevision) throw new Refusal('conflict', 'edited-meanwhile', 'body');
    const revision = await writeRevision(tx, held, text);
    await closeDraft(tx, draft.id, postId, { body: text.body, postId, baseRevision });
    await announce(db, postEdited(postId, revision), afterPublication(held, revision, tx.now));
    await record(tx, { act: 'forum.edit-post', subject: `post:${postId}`, detail: { revision, warned } });
    return placeOf(tx, postId);
  });
}

/** Nobody is told of a change to what they are not told of yet. */
function afterPublication({ id, postedAt }: HeldPost, revision: number, now: Date): Delay | undefined {
  const told = toldAt(postedAt);
  return told > now ? { key: `forum.post.edited:${id}:${revision}`, runAt: told } : undefined;
}

async function writeRevision(tx: MemberContext, { id, revision }: HeldPost, text: ComposedText) {
  const { db, actor, now } = tx;
  if (revision === 1) await keepFirst(tx, id);
  const number = revision + 1;
  const by = { personId: actor.personId, organizationId: actor.seat.organization.id };
  await db.insert(postRevision).values({ postId: id, number, ...text, ...by, writtenAt: now });
  await db
    .update(post)
    .set({ ...text, masked: 0, revision: number, editedAt: now })
    .where(eq(post.id, id));
  return number;
}

/** A post that is never edited needs no second copy of itself. */
async function keepFirst({ db }: MemberContext, postId: string): Promise<void> {
  const [first] = await db
    .select({
      postId: post.id,
      body: post.body,
      html: post.html,
      text: post.text,
      masked: post.masked,
      personId: post.authorId,
      organizationId: post.organizationId,
      writtenAt: post.postedAt,
    })
    .from(post)
    .where(eq(post.id, postId));
  if (first) await db.insert(postRevision).values({ ...first, number: 1 });
}
