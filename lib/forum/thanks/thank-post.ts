// A person says that a post helped them: the one reaction there is.

import { thank } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { actFor } from '../act-for';
import { findPost } from '../find-post';
import { mayReactTo } from '../policy';
import { postInput } from '../writing/model';

/** Thanking twice is thanking once. @throws Refusal `not-found`, `not-allowed` */
export async function thankPost(given: Context, input: unknown): Promise<void> {
  const { postId } = parseInput(postInput, input);
  const ctx = actFor(given);
  demand(mayReactTo(ctx.actor, await findPost(ctx, postId)));
  const { personId } = ctx.actor;
  await ctx.db.insert(thank).values({ postId, personId, createdAt: ctx.now }).onConflictDoNothing();
}
