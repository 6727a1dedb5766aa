// Somebody of an office says that they wrote what came from its shared mailbox: from then on the post is theirs.
import { and, eq } from 'drizzle-orm';
import { person, post, thread } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { holdPost } from '../hold-post';
import type { HeldPost } from '../model';
import { postInput } from './model';
import { maySign } from './policy';

/**
 * The organisation stays as it was. With the first post its thread changes hands too, so that its writer chooses the
 * answer. Signed by two at once, the first one's name stands.
 * @param input `{postId}`
 * @throws Refusal `invalid`, `not-found`, `not-allowed` (`not-your-office`, `too-late-to-sign` among others)
 */
export async function signOfficePost(given: Context, input: unknown): Promise<void> {
  const { postId } = parseInput(postInput, input);
  const ctx = { ...given, actor: memberOf(given.actor) };
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdPost(tx, postId);
    const [author] = await db
      .select({ officeId: person.officeOfId })
      .from(person)
      .where(eq(person.id, held.authorId));
    const signed = { ...held, officeId: author?.officeId ?? null, isRemoved: held.removal !== null };
    demand(maySign(tx.actor, signed, tx.now));
    await sign(tx, held);
    const detail = { from: held.authorId };
    await record(tx, { act: 'forum.sign-office-post', subject: `post:${postId}`, detail });
  });
}

async function sign(
  { db, actor: { personId } }: MemberContext,
  { id, number, authorId, thread: held }: HeldPost,
) {
  await db.update(post).set({ authorId: personId }).where(eq(post.id, id));
  if (number === 1) {
    await db.update(thread).set({ authorId: personId }).where(eq(thread.id, held.id));
  }
  if (number === held.postCount) {
    await db
      .update(thread)
      .set({ lastPosterId: personId })
      .where(and(eq(thread.id, held.id), eq(thread.lastPosterId, authorId)));
  }
}
