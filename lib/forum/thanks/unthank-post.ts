// A person takes their thanks back.
import { and, eq } from 'drizzle-orm';
import { thank } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { postInput } from '../writing/model';

/** Where there are none, none are taken. @throws Refusal `not-allowed` for who is not signed in */
export async function unthankPost(ctx: Context, input: unknown): Promise<void> {
  const { postId } = parseInput(postInput, input);
  const { personId } = memberOf(ctx.actor);
  await ctx.db.delete(thank).where(and(eq(thank.postId, postId), eq(thank.personId, personId)));
}
