// What is new for a person in the areas they follow: the middle of "Oggi".
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { area, areaFollow, post, thread, threadArea } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isRemoved } from '../is-removed';
import { firstUnread, type NewsGroup, type NewsItem, openingWords, type ThreadRow } from '../model';
import { isUnread, threadsByIds } from '../queries';
import { visibleTo } from '../visible-to';

const shownPerArea = 5;

/** Unread threads of followed areas, newest first, a few per area with the count of the rest; empty = all read. */
export async function listNews(ctx: Context): Promise<NewsGroup[]> {
  if (ctx.actor.kind !== 'member') return [];
  const found = await ctx.db
    .select({
      threadId: thread.id,
      areaSlug: area.slug,
      areaName: area.name,
      rank: sql<number>`row_number() over (partition by ${area.id} order by ${thread.lastPostAt} desc)::int`,
      all: sql<number>`count(*) over (partition by ${area.id})::int`,
    })
    .from(areaFollow)
    .innerJoin(area, eq(area.id, areaFollow.areaId))
    .innerJoin(threadArea, eq(threadArea.areaId, area.id))
    .innerJoin(thread, eq(thread.id, threadArea.threadId))
    .where(and(eq(areaFollow.personId, ctx.actor.personId), visibleTo(ctx.actor), isUnread(ctx.actor)))
    .orderBy(asc(area.position), desc(thread.lastPostAt));
  const shown = found.filter((row) => row.rank <= shownPerArea);
  const items = await newsItems(ctx, [...new Set(shown.map((row) => row.threadId))]);
  const groups = new Map<string, NewsGroup>();
  for (const row of shown) {
    const item = items.get(row.threadId);
    if (!item) continue;
    const group = groups.get(row.areaSlug) ?? {
      area: { slug: row.areaSlug, name: row.areaName },
      threads: [],
      more: Math.max(0, row.all - shownPerArea),
    };
    group.threads.push(item);
    groups.set(row.areaSlug, group);
  }
  return [...groups.values()];
}

async function newsItems(ctx: Context, ids: string[]): Promise<Map<string, NewsItem>> {
  if (ids.length === 0 || ctx.actor.kind !== 'member') return new Map();
  const [rows, firsts] = await Promise.all([threadsByIds(ctx, ids), firstUnreadPosts(ctx, ids)]);
  return new Map(rows.map((row) => [row.id, toItem(row, firsts.get(row.id))]));
}

function toItem(row: ThreadRow, first: { number: number; text: string } | undefined): NewsItem {
  const number = first?.number ?? firstUnread(0, row.answers + 1) ?? 1;
  return { ...row, firstUnread: number, opening: openingWords(first?.text ?? '') };
}

/** The first post of each thread beyond what the person has read, with its text. */
async function firstUnreadPosts(
  ctx: Context,
  ids: string[],
): Promise<Map<string, { number: number; text: string }>> {
  if (ctx.actor.kind !== 'member') return new Map();
  const rows = await ctx.db
    .selectDistinctOn([post.threadId], {
      threadId: post.threadId,
      number: post.number,
      text: sql<string>`case when ${isRemoved()} then '' else ${post.text} end`,
    })
    .from(post)
    .where(
      and(
        inArray(post.threadId, ids),
        sql`${post.number} > coalesce((select last_number from thread_read
          where thread_read.thread_id = ${post.threadId} and thread_read.person_id = ${ctx.actor.personId}), 0)`,
      ),
    )
    .orderBy(post.threadId, asc(post.number));
  return new Map(rows.map(({ threadId, number, text }) => [threadId, { number, text }]));
}
