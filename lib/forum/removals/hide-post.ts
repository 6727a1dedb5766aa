// A moderator takes a post out of sight and says why; open reports on it are thereby decided.
import type { Context } from '@/lib/core/context';
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

/** @throws Refusal `invalid` (reason), `not-found`, `not-allowed` */
export async function hidePost(given: Context, input: unknown): Promise<void> {
  const { postId, reason, confirmed } = parseInput(hidePostInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdPost(tx, postId);
    demand(mayHide(tx.actor, held));
    const warned = checkPersonalData({ reason }, confirmed);
    const removal = await removePost(tx, held, 'hidden', reason);
    await closeReportsOn(tx, postId, 'hidden');
    await record(tx, { act: 'forum.hide-post', subject: `post:${postId}`, detail: { removal, warned } });
  });
}
