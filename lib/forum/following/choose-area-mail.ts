// What a person wants by mail of an area. Choosing follows the area; `none` goes on showing it in "Oggi" alone.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { area, areaFollow } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { findArea } from '../queries';
import { areaMailInput } from './model';

/**
 * The moment of the choice is kept, so that a digest begins with it. Whoever may no longer read a followed area may
 * still silence it.
 * @throws Refusal `invalid`, `not-found`, `not-allowed` for who may not read the area
 */
export async function chooseAreaMail(ctx: Context, input: unknown): Promise<void> {
  const { area: slug, mail } = parseInput(areaMailInput, input);
  const { personId } = memberOf(ctx.actor);
  if (mail === 'none' && (await silence(ctx, personId, slug))) return;
  const { id: areaId } = await findArea(ctx, slug);
  await ctx.db
    .insert(areaFollow)
    .values({ areaId, personId, mail, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [areaFollow.personId, areaFollow.areaId],
      set: { mail, createdAt: ctx.now },
      setWhere: sql`${areaFollow.mail} <> ${mail}`,
    });
}

/** @returns whether the area is followed */
async function silence({ db }: Context, personId: string, slug: string): Promise<boolean> {
  const named = db.select({ id: area.id }).from(area).where(eq(area.slug, slug));
  const rows = await db
    .update(areaFollow)
    .set({ mail: 'none' })
    .where(and(eq(areaFollow.personId, personId), inArray(areaFollow.areaId, named)))
    .returning({ areaId: areaFollow.areaId });
  return rows.length > 0;
}
