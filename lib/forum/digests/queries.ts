// What is new for a person in the areas and tags of which they want a digest.
import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import {
  area,
  areaFollow,
  attachment,
  delivery,
  digest,
  organization,
  person,
  post,
  savedSearch,
  savedSearchNews,
  seat,
  tagFollow,
  thread,
  threadArea,
  threadFollow,
  threadTag,
} from '@/db/schema';
import { mailChoices } from '@/db/words';
import type { Context } from '@/lib/core/context';
import type { TextDocument } from '@/lib/text/schema';
import { mayReadBySeat } from '../audience/may-read-by-seat';
import { isRemoved } from '../is-removed';
import { signatureOf } from '../model';
import { standsInText } from '../stands-in-text';
import type { DigestArea, DigestThread, DigestWindow } from './model';

/** No post older than this is news, however late it came in: an archive that is imported is none. */
const oldest = '31 days';

type Row = Record<string, unknown> & {
  id: string;
  number: number;
  posted_at: string;
  body: TextDocument;
  author: string;
  organization_slug: string | null;
  organization: string | null;
  thread_id: string;
  thread_number: number;
  slug: string;
  title: string;
  area_slug: string;
  area_name: string;
};

/**
 * Posts a person reads in no other mail: of threads neither followed nor muted, whose choice is this rhythm (the choice
 * of a tag beats that of an area, the strongest of several counts, as for copies sent at once), written since that choice.
 * Nothing of a post that no longer shows or that they may no longer read.
 */
export async function listDigestAreas(ctx: Context, window: DigestWindow): Promise<DigestArea[]> {
  const { personId, rhythm, since, until } = window;
  const choice = sql`cross join lateral (${choiceOf(personId)}) wanted`;
  const isMeant = sql`${post.postedAt} > ${at(until)} - ${oldest}::interval
    and ${post.createdAt} > greatest(${at(since)}, wanted.since) and ${post.createdAt} <= ${at(until)}
    and wanted.mail = ${rhythm} and ${isNews(window)}`;
  const rows = await ctx.db.execute<Row>(statement(ctx.now, personId, isMeant, choice));
  const areas = new Map<string, DigestArea>();
  const names = new Map(rows.map((row) => [row.area_slug, row.area_name]));
  for (const thread of await threadsOf(ctx, rows)) {
    const { areaSlug: slug } = thread;
    const group = areas.get(slug) ?? { slug, name: names.get(slug) ?? '', threads: [] };
    areas.set(slug, group);
    group.threads.push(thread);
  }
  return [...areas.values()];
}

/** Of these posts those that show and that the person may read by now, the thread with the newest one first. */
export async function listDigestThreads(
  ctx: Context,
  personId: string,
  postIds: readonly string[],
): Promise<DigestThread[]> {
  if (postIds.length === 0) return [];
  const isMeant = sql`${inArray(post.id, [...postIds])} and not ${isRemoved()}`;
  return threadsOf(ctx, await ctx.db.execute<Row>(statement(ctx.now, personId, isMeant)));
}

/** @param rows the newest post first */
async function threadsOf(ctx: Context, rows: readonly Row[]): Promise<DigestThread[]> {
  const files = await filesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const threads = new Map<string, DigestThread>();
  for (const row of rows) {
    const { area_slug: areaSlug, thread_id: id, thread_number: number, slug, title } = row;
    const held = threads.get(id) ?? { id, number, slug, title, areaSlug, posts: [] };
    threads.set(id, held);
    held.posts.unshift({
      ...{ id: row.id, number: row.number, postedAt: new Date(row.posted_at), body: row.body },
      author: signatureOf(row.author, row.organization_slug, row.organization),
      files: files.get(row.id) ?? [],
    });
  }
  return [...threads.values()];
}

/** Posts in areas the person may read by any of their seats, the newest first. @param join what `where` asks besides */
function statement(now: Date, personId: string, where: SQL, join: SQL = sql``): SQL {
  return sql`
    with readable as (
      select distinct ${area.id} as id, ${area.slug} as slug, ${area.name} as name, ${area.position} as position
      from ${seat} join ${organization} on ${organization.id} = ${seat.organizationId} cross join ${area}
      where ${seat.personId} = ${personId} and ${mayReadBySeat(now)}
    )
    select ${post.id} as id, ${post.number} as number, ${post.postedAt} as posted_at, ${post.body} as body,
      ${person.name} as author, ${organization.slug} as organization_slug, ${organization.name} as organization,
      ${thread.id} as thread_id, ${thread.number} as thread_number, ${thread.slug} as slug, ${thread.title} as title,
      shown.slug as area_slug, shown.name as area_name
    from ${post} join ${thread} on ${thread.id} = ${post.threadId} join ${person} on ${person.id} = ${post.authorId}
      left join ${organization} on ${organization.id} = ${post.organizationId}
      cross join lateral (
        select readable.slug, readable.name from ${threadArea} join readable on readable.id = ${threadArea.areaId}
        where ${threadArea.threadId} = ${thread.id}
        order by readable.id = ${thread.homeAreaId} desc, readable.position limit 1
      ) shown ${join}
    where ${where}
    order by ${post.createdAt} desc, ${post.id} desc`;
}

/** What a person wants of a thread, and since when: `readable` holds the areas they may read. */
function choiceOf(personId: string): SQL {
  const order = sql.join(
    mailChoices.map((choice) => sql`${choice}`),
    sql`, `,
  );
  return sql`
    select choice.mail, choice.since from (
      select 1 as rank, ${tagFollow.mail} as mail, ${tagFollow.createdAt} as since
      from ${threadTag} join ${tagFollow} on ${tagFollow.tag} = ${threadTag.tag}
      where ${threadTag.threadId} = ${thread.id} and ${tagFollow.personId} = ${personId}
      union all
      select 2, ${areaFollow.mail}, ${areaFollow.createdAt}
      from ${threadArea} join readable on readable.id = ${threadArea.areaId}
        join ${areaFollow} on ${areaFollow.areaId} = ${threadArea.areaId}
      where ${threadArea.threadId} = ${thread.id} and ${areaFollow.personId} = ${personId}
    ) choice order by choice.rank, array_position(array[${order}]::text[], choice.mail), choice.since limit 1`;
}

/**
 * Shows, is somebody else's unless own posts are wanted too, of no thread that is treated by itself, in no copy before, and
 * not told of a saved search by the digest of the other rhythm.
 */
function isNews(window: DigestWindow): SQL {
  const { personId, plannedAt } = window;
  return sql`not ${isRemoved()}
    and (${post.authorId} <> ${personId} or (select own_copies from person self where self.id = ${personId}))
    and not exists (select from ${threadFollow} where ${threadFollow.threadId} = ${thread.id}
      and ${threadFollow.personId} = ${personId})
    and not exists (select from ${delivery} where ${delivery.postId} = ${post.id}
      and ${delivery.personId} = ${personId} and ${delivery.state} in ('waiting', 'sending', 'sent')
      and ${delivery.createdAt} < ${at(plannedAt)})
    and not exists (${toldOfSearches(window)})`;
}

/** A search that is told by mail no more takes nothing away, nor does a digest that did not leave or was made later. */
function toldOfSearches({ personId, rhythm, plannedAt }: DigestWindow): SQL {
  return sql`select from ${savedSearchNews}
      join ${savedSearch} on ${savedSearch.id} = ${savedSearchNews.searchId} and ${savedSearch.mailSince} is not null
      join ${digest} on ${digest.id} = ${savedSearchNews.digestId}
      join ${delivery} on ${delivery.digestId} = ${digest.id} and ${delivery.state} in ('waiting', 'sending', 'sent')
    where ${savedSearchNews.postId} = ${post.id} and ${digest.personId} = ${personId}
      and ${digest.rhythm} <> ${rhythm} and ${digest.createdAt} <= ${at(plannedAt)}`;
}

function at(moment: Date): SQL {
  return sql`${moment.toISOString()}::timestamptz`;
}

async function filesOf({ db }: Context, postIds: string[]) {
  const files = new Map<string, { id: string; name: string }[]>();
  if (postIds.length === 0) return files;
  const rows = await db
    .select({ postId: attachment.postId, id: attachment.id, name: attachment.name })
    .from(attachment)
    .innerJoin(post, eq(post.id, attachment.postId))
    .where(sql`${inArray(attachment.postId, postIds)} and not ${standsInText()}`)
    .orderBy(asc(attachment.position));
  for (const { postId, ...file } of rows) files.set(postId, [...(files.get(postId) ?? []), file]);
  return files;
}
