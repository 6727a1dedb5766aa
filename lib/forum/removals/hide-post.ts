// A moderator takes a post out of sight and says why; open reports on it are thereby decided.
import { eq } from 'drizzle-orm';
import { postRemoval } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { holdPost } from '../hold-post';
import { closeReportsOn } from '../reports/close-reports-on';
import { hidePostInput } from './model';
import { mayHide } from './policy';
import { removePost } from './remove-post';

/**
 * What its author deleted may be hidden too: else it might come back by its author.
 * @throws Refusal `invalid` (reason), `not-found`, `not-allowed`
 */
export async function hidePost(given: Context, input: unknown): Promise<void> {
  const { postId, reason, confirmed } = parseInput(hidePostInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdPost(tx, postId);
    demand(mayHide(tx.actor, held));
    const warned = checkPersonalData({ reason }, confirmed);
    if (held.removal) await liftRemoval(tx, held.removal.id);
    const removal = await removePost(tx, held, 'hidden', reason);
    await closeReportsOn(tx, postId, 'hidden');
    await record(tx, { act: 'forum.hide-post', subject: `post:${postId}`, detail: { removal, warned } });
  });
}

/** One removal stands at a time. */
async function liftRemoval({ db, actor, now }: MemberContext, id: string): Promise<void> {
  await db
    .update(postRemoval)
    .set({ liftedAt: now, liftedById: actor.personId })
    .where(eq(postRemoval.id, id));
}
