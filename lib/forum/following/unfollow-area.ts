// A person no longer wants to be told of an area; whoever may not read it any more may still stop following it.
import { and, eq, inArray } from 'drizzle-orm';
import { area, areaFollow } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { areaInput } from './model';

/** An area that is not followed, or not there, stays so. @throws Refusal `not-allowed` for who is not signed in */
export async function unfollowArea(ctx: Context, input: unknown): Promise<void> {
  const { area: slug } = parseInput(areaInput, input);
  const { personId } = memberOf(ctx.actor);
  const named = ctx.db.select({ id: area.id }).from(area).where(eq(area.slug, slug));
  await ctx.db
    .delete(areaFollow)
    .where(and(eq(areaFollow.personId, personId), inArray(areaFollow.areaId, named)));
}
