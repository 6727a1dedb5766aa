// The header's search: titles and texts with Postgres full text, one hit a thread, only what the actor may read.
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { area, organization, person, post, thread, threadArea } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isRemoved } from './is-removed';
import { highlightMarks, type SearchHit, signatureOf } from './model';
import { visibleTo } from './visible-to';

export const hitsPerPage = 20;
/** A match in the title counts as much as this many in the text. */
const titleWeight = 4;

export const searchInput = z.object({
  q: z.string().trim().max(200).catch(''),
  pagina: z.coerce.number().int().min(1).max(1000).catch(1),
});

/**
 * Threads whose title or posts hold the words, best first: `websearch_to_tsquery` understands quotes and `-word`.
 * @returns the hits of one page and how many threads there are in all
 */
export async function searchPosts(
  ctx: Context,
  { q, pagina }: z.infer<typeof searchInput>,
): Promise<{ hits: SearchHit[]; total: number }> {
  if (q === '') return { hits: [], total: 0 };
  const rows = await ctx.db.execute<Row>(statement(ctx, q, pagina));
  if (rows.length === 0 && pagina > 1)
    return { hits: [], total: (await searchPosts(ctx, { q, pagina: 1 })).total };
  return { hits: rows.map(toHit), total: rows[0]?.total ?? 0 };
}

type Row = Record<string, unknown> & {
  total: number;
  number: number;
  slug: string;
  title: string;
  area_slug: string;
  area_name: string;
  post_number: number;
  author: string;
  organization_slug: string | null;
  organization_name: string | null;
  posted_at: string;
  passage: string;
};

/** Headlines are costly, so they are made only for the page that is shown. */
function statement(ctx: Context, q: string, page: number) {
  const { start, end } = highlightMarks;
  const options = `StartSel=${start}, StopSel=${end}, MaxWords=32, MinWords=16, MaxFragments=1`;
  return sql`
    with query as (select websearch_to_tsquery('raccordo', ${q}) as words),
    place as (
      select distinct on (${threadArea.threadId}) ${threadArea.threadId} as thread_id,
        ${area.slug} as area_slug, ${area.name} as area_name
      from ${threadArea} join ${area} on ${area.id} = ${threadArea.areaId}
      join ${thread} on ${thread.id} = ${threadArea.threadId}
      where ${visibleTo(ctx.actor)}
      order by ${threadArea.threadId}, ${threadArea.areaId} = ${thread.homeAreaId} desc, ${area.position}
    ),
    matching as (
      select ${post.id} as post_id, ${post.threadId} as thread_id,
        ts_rank(${post.search}, query.words) as rank
      from ${post}, query where ${post.search} @@ query.words and not ${isRemoved()}
      union all
      select ${post.id}, ${thread.id}, ${titleWeight} * ts_rank(${thread.search}, query.words)
      from ${thread} join ${post} on ${post.threadId} = ${thread.id} and ${post.number} = 1, query
      where ${thread.search} @@ query.words
    ),
    best as (
      select distinct on (thread_id) thread_id, post_id, rank from matching order by thread_id, rank desc
    ),
    shown as (
      select best.*, place.area_slug, place.area_name, count(*) over ()::int as total
      from best join place using (thread_id)
      order by rank desc, post_id desc limit ${hitsPerPage} offset ${(page - 1) * hitsPerPage}
    )
    select shown.total, ${thread.number}, ${thread.slug}, ${thread.title}, shown.area_slug, shown.area_name,
      ${post.number} as post_number, ${person.name} as author, ${organization.slug} as organization_slug,
      ${organization.name} as organization_name, ${post.postedAt},
      case when ${isRemoved()} then '' else ts_headline('raccordo', ${post.text}, query.words, ${options}) end as passage
    from shown join ${post} on ${post.id} = shown.post_id join ${thread} on ${thread.id} = shown.thread_id
      join ${person} on ${person.id} = ${post.authorId}
      left join ${organization} on ${organization.id} = ${post.organizationId}, query
    order by shown.rank desc, shown.post_id desc`;
}

function toHit(row: Row): SearchHit {
  return {
    number: row.number,
    slug: row.slug,
    title: row.title,
    areaSlug: row.area_slug,
    areaName: row.area_name,
    postNumber: row.post_number,
    author: signatureOf(row.author, row.organization_slug, row.organization_name),
    postedAt: new Date(row.posted_at),
    passage: row.passage,
  };
}
