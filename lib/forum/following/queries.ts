// Every read of what a person follows, and of how much of it is new to them.
import { and, asc, eq, inArray } from 'drizzle-orm';
import { area, areaFollow, thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { unreadPosts } from '../queries';
import { visibleTo } from '../visible-to';

/** Slugs of the areas one follows and may read. */
export async function listFollowedAreas(ctx: Context): Promise<string[]> {
  if (ctx.actor.kind !== 'member') return [];
  const rows = await ctx.db
    .select({ slug: area.slug })
    .from(areaFollow)
    .innerJoin(area, eq(area.id, areaFollow.areaId))
    .where(and(eq(areaFollow.personId, ctx.actor.personId), visibleTo(ctx.actor)))
    .orderBy(asc(area.position));
  return rows.map(({ slug }) => slug);
}

/** How many posts of each of these threads are new to the actor. The caller has read the threads. */
export async function countUnread(ctx: Context, threadIds: readonly string[]): Promise<Map<string, number>> {
  if (threadIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: thread.id, unread: unreadPosts(ctx.actor) })
    .from(thread)
    .where(inArray(thread.id, [...threadIds]));
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}
