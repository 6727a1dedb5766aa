// An author takes away what they wrote, within half an hour; the number stays, and a line says so.
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { actFor } from '../act-for';
import { holdPost } from '../hold-post';
import { postInput } from '../writing/model';
import { mayDelete } from '../writing/policy';
import { removePost } from './remove-post';

/** @throws Refusal `not-found`, `not-allowed` (`too-late-to-delete` among others) */
export async function deleteOwnPost(given: Context, input: unknown): Promise<void> {
  const { postId } = parseInput(postInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdPost(tx, postId);
    demand(mayDelete(tx.actor, { ...held, isRemoved: held.removal !== null }, tx.now));
    const removal = await removePost(tx, held, 'deleted');
    await record(tx, { act: 'forum.delete-own-post', subject: `post:${postId}`, detail: { removal } });
  });
}
