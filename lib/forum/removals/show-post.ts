// Undoes a removal: the post shows again where it stood.
import { eq } from 'drizzle-orm';
import { postRemoval } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { postShown } from '../facts';
import { holdPost } from '../hold-post';
import { showPostInput } from './model';
import { mayShow } from './policy';
import { undoHiding } from './undo-hiding';

/** The moderator what was hidden, the author what they deleted. @throws Refusal `not-found`, `not-allowed` */
export async function showPost(given: Context, input: unknown): Promise<void> {
  const { postId, reason } = parseInput(showPostInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdPost(tx, postId);
    demand(mayShow(tx.actor, held, tx.now));
    checkPersonalData({ reason }, false);
    if (!held.removal) return;
    await db
      .update(postRemoval)
      .set({ liftedAt: tx.now, liftedById: tx.actor.personId, liftedReason: reason })
      .where(eq(postRemoval.id, held.removal.id));
    if (held.removal.kind === 'hidden') await undoHiding(tx, held, held.removal, reason);
    await announce(db, postShown(postId));
    const detail = { removal: held.removal.id, lifted: true };
    await record(tx, { act: 'forum.show-post', subject: `post:${postId}`, detail });
  });
}
