// Every read for feeds: the newest posts of an area, of a thread, of all one follows, as far as the reader may read them.
import { desc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import {
  area,
  areaFollow,
  organization,
  person,
  post,
  thread,
  threadArea,
  threadFollow,
  threadTag,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { isRemoved } from '../is-removed';
import { postAddress, signatureOf, threadAddress } from '../model';
import { findThread } from '../posts/queries';
import { findArea, shownArea } from '../queries';
import { visibleTo } from '../visible-to';
import { takeBackWithin } from '../writing/model';
import { entriesPerFeed, type Feed, type FeedEntry } from './model';

/** @throws Refusal `not-found`, `not-allowed` */
export async function findAreaFeed(ctx: Context, slug: string): Promise<Feed> {
  const { id, name, slug: spelled } = await findArea(ctx, slug);
  const recent = sql`select ${threadArea.threadId} as id from ${threadArea}
    where ${threadArea.areaId} = ${id} order by ${threadArea.lastPostAt} desc limit ${entriesPerFeed}`;
  return { id, title: name, path: `/forum/${spelled}`, entries: await entriesOf(ctx, recent) };
}

/** @throws Refusal `not-found`, `not-allowed`, `gone` for a thread merged into another */
export async function findThreadFeed(ctx: Context, number: number): Promise<Feed> {
  const found = await findThread(ctx, number);
  const entries = await entriesOf(ctx, sql`select ${found.id}::uuid as id`);
  return { id: found.id, title: found.title, path: threadAddress(found), entries };
}

/** Of areas and threads one follows, without those one has silenced. @throws Refusal `not-allowed` for nobody in particular */
export async function findFollowedFeed(ctx: Context): Promise<Feed> {
  const { personId } = memberOf(ctx.actor);
  const recent = sql`select ${thread.id} from ${thread}
    left join ${threadFollow} on ${threadFollow.threadId} = ${thread.id} and ${threadFollow.personId} = ${personId}
    where ${threadFollow.state} is distinct from 'muted' and exists (
      select from ${threadArea} join ${area} on ${area.id} = ${threadArea.areaId}
        left join ${areaFollow} on ${areaFollow.areaId} = ${area.id} and ${areaFollow.personId} = ${personId}
      where ${threadArea.threadId} = ${thread.id} and ${visibleTo(ctx.actor)}
        and (${threadFollow.state} = 'following' or ${areaFollow.personId} is not null))
    order by ${thread.lastPostAt} desc limit ${entriesPerFeed}`;
  return { id: personId, title: null, path: '/', entries: await entriesOf(ctx, recent) };
}

/**
 * The newest posts of these threads: of as many threads as entries, those last written to, since no other can have one
 * of them. A post comes once it can no longer be taken back.
 * @param threads a select of thread ids that the actor may read
 */
async function entriesOf(ctx: Context, threads: SQL): Promise<FeedEntry[]> {
  const sentBefore = new Date(ctx.now.getTime() - takeBackWithin * 1000);
  const newest = await ctx.db.execute<{ id: string }>(sql`
    with recent as (${threads})
    select newest.id from recent cross join lateral (
      select ${post.id}, ${post.postedAt} from ${post}
      where ${post.threadId} = recent.id and ${lte(post.postedAt, sentBefore)} and not ${isRemoved()}
      order by ${post.number} desc limit ${entriesPerFeed}) newest
    order by newest.posted_at desc, newest.id desc limit ${entriesPerFeed}`);
  const rows = await readEntries(
    ctx,
    newest.map(({ id }) => id),
  );
  return rows.map(({ areaSlug, number, slug, post: postNumber, editedAt, ...row }) => ({
    id: row.id,
    title: row.title,
    path: postAddress({ areaSlug, number, slug }, postNumber),
    author: signatureOf(row.name, row.organizationSlug, row.organizationName),
    publishedAt: row.postedAt,
    updatedAt: editedAt ?? row.postedAt,
    tags: row.tags,
    html: row.html,
  }));
}

async function readEntries(ctx: Context, ids: string[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .select({
      id: post.id,
      post: post.number,
      postedAt: post.postedAt,
      editedAt: post.editedAt,
      html: post.html,
      name: person.name,
      organizationSlug: organization.slug,
      organizationName: organization.name,
      title: thread.title,
      number: thread.number,
      slug: thread.slug,
      areaSlug: shownArea(ctx.actor, 'slug'),
      tags: sql<string[]>`array(select ${threadTag.tag}::text from ${threadTag}
        where ${threadTag.threadId} = ${thread.id} order by 1)`,
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(inArray(post.id, ids))
    .orderBy(desc(post.postedAt), desc(post.id));
}
