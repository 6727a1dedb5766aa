// A person wants to be told of every new thread and answer in an area.
import { areaFollow } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { findArea } from '../queries';
import { areaInput } from './model';

/** @throws Refusal `not-found`, `not-allowed` for who may not read the area */
export async function followArea(ctx: Context, input: unknown): Promise<void> {
  const { area } = parseInput(areaInput, input);
  const { personId } = memberOf(ctx.actor);
  const { id: areaId } = await findArea(ctx, area);
  await ctx.db.insert(areaFollow).values({ areaId, personId, createdAt: ctx.now }).onConflictDoNothing();
}
