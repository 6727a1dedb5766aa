// Every read of notifications: one's own, of what one may still read; and what reactions need to know of a fact.
import { and, count, desc, eq, isNull, lte, max, or, type SQL, sql } from 'drizzle-orm';
import {
  area,
  notification,
  organization,
  person,
  post,
  postRemoval,
  postRevision,
  report,
  seat,
  thread,
  threadArea,
} from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import type { TextDocument } from '@/lib/text/schema';
import { isRemoved } from '../is-removed';
import { openingWords, signatureOf } from '../model';
import { shownArea } from '../queries';
import { visibleTo } from '../visible-to';
import { writeStatementOnce } from '../write-statement-once';
import { takeBackWithin, toldAt } from '../writing/model';
import { type NotificationView, notificationsPerPage } from './model';

/** Newest first; empty for who is not signed in. @param page counted from 1 */
export async function listNotifications(
  ctx: Context,
  { unreadOnly = false, page = 1 }: { unreadOnly?: boolean; page?: number } = {},
): Promise<NotificationView[]> {
  const rows = await ctx.db
    .select({
      id: notification.id,
      kind: notification.kind,
      at: notification.createdAt,
      readAt: notification.readAt,
      thread: { number: thread.number, slug: thread.slug, title: thread.title },
      areaSlug: shownArea(ctx.actor, 'slug'),
      post: post.number,
      opening: sql<string>`case when ${isRemoved()} then '' else left(${post.text}, 400) end`,
      name: person.name,
      organizationSlug: organization.slug,
      organizationName: organization.name,
    })
    .from(notification)
    .innerJoin(post, eq(post.id, notification.postId))
    .innerJoin(thread, eq(thread.id, notification.threadId))
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(and(ofActor(ctx.actor), unreadOnly ? isNull(notification.readAt) : undefined))
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(notificationsPerPage)
    .offset((page - 1) * notificationsPerPage);
  return rows.map(({ areaSlug, opening, name, organizationSlug, organizationName, ...rest }) => ({
    ...rest,
    thread: { ...rest.thread, areaSlug },
    opening: openingWords(opening),
    author: signatureOf(name, organizationSlug, organizationName),
  }));
}

/** The number beside "Oggi": unread ones of what one may still read. */
export async function countUnreadNotifications(ctx: Context): Promise<number> {
  const [counted] = await selectUnread(ctx, {});
  return counted?.unread ?? 0;
}

const selectUnread = writeStatementOnce(({ db, actor }) =>
  db
    .select({ unread: count() })
    .from(notification)
    .where(and(ofActor(actor), isNull(notification.readAt)))
    .prepare('unread notifications'),
);

/**
 * A post that no longer shows is told of only where that is what is told. Asked of the notification's own columns:
 * every page counts, and would look up a post and a thread for each row.
 */
function ofActor(actor: Actor): SQL | undefined {
  if (actor.kind !== 'member') return sql`false`;
  return and(
    eq(notification.personId, actor.personId),
    sql`(select true from ${threadArea} shown join ${area} on ${area.id} = shown.area_id
      where shown.thread_id = ${notification.threadId} and ${visibleTo(actor)} limit 1)`,
    or(sql`${notification.kind} in ('hidden', 'report')`, sql`not ${isRemoved(notification.postId)}`),
  );
}

/** The queue may have been a minute late. */
function mostlyToldBy(postedAt: Date): Date {
  return new Date(toldAt(postedAt).getTime() + 60_000);
}

export type ToldPost = {
  threadId: string;
  threadNumber: number;
  number: number;
  authorId: string;
  isAnswer: boolean;
  body: TextDocument;
};

/** What reactions tell of; null when the post was taken back or no longer shows. */
export async function findToldPost({ db }: Context, postId: string): Promise<ToldPost | null> {
  const [found] = await db
    .select({
      threadId: post.threadId,
      threadNumber: thread.number,
      number: post.number,
      authorId: post.authorId,
      isAnswer: sql<boolean>`${thread.solvedByPostId} is not distinct from ${post.id}`,
      body: post.body,
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(and(eq(post.id, postId), sql`not ${isRemoved()}`));
  return found ? { ...found, body: found.body as TextDocument } : null;
}

/** Persons who were told that this post names them. */
export async function listMentioned({ db }: Context, postId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: notification.personId })
    .from(notification)
    .where(and(eq(notification.postId, postId), eq(notification.kind, 'mention')));
  return rows.map(({ personId }) => personId);
}

/** Whether a post was removed before the world was to be told of it. */
export async function missedItsTurn({ db }: Context, postId: string): Promise<boolean> {
  const rows = await db
    .select({ postedAt: post.postedAt, removedAt: postRemoval.removedAt })
    .from(post)
    .innerJoin(postRemoval, eq(postRemoval.postId, post.id))
    .where(eq(post.id, postId));
  return rows.some(({ postedAt, removedAt }) => removedAt <= mostlyToldBy(postedAt));
}

/** One version of a post; null when there is none of that number. */
export async function findVersion({ db }: Context, postId: string, number: number) {
  const [found] = await db
    .select({ body: postRevision.body })
    .from(postRevision)
    .where(and(eq(postRevision.postId, postId), eq(postRevision.number, number)));
  return found ? (found.body as TextDocument) : null;
}

/** Where a report stands; null when it was decided meanwhile. */
export async function findOpenReport({ db }: Context, reportId: string) {
  const [found] = await db
    .select({ postId: report.postId, threadId: post.threadId, reporterId: report.personId })
    .from(report)
    .innerJoin(post, eq(post.id, report.postId))
    .where(and(eq(report.id, reportId), isNull(report.closedAt)));
  return found ?? null;
}

/** A removal that still stands, with the post's author; null when it was lifted. */
export async function findStandingRemoval({ db }: Context, removalId: string) {
  const [found] = await db
    .select({
      kind: postRemoval.kind,
      postId: post.id,
      threadId: post.threadId,
      authorId: post.authorId,
      removedById: postRemoval.personId,
    })
    .from(postRemoval)
    .innerJoin(post, eq(post.id, postRemoval.postId))
    .where(and(eq(postRemoval.id, removalId), isNull(postRemoval.liftedAt)));
  return found ?? null;
}

/** Persons who act as coordinator in a seat that is active now. */
export async function listCoordinators({ db, now }: Context): Promise<string[]> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const rows = await db
    .selectDistinct({ personId: seat.personId })
    .from(seat)
    .where(
      sql`${seat.role} = 'coordinator' and ${seat.startedAt} <= ${moment}
        and (${seat.endedAt} is null or ${seat.endedAt} > ${moment})`,
    );
  return rows.map(({ personId }) => personId);
}

/** The number of the last post that shows and can no longer be taken back: what open pages are told; 0 for none. */
export async function findLastTold({ db, now }: Context, threadId: string): Promise<number> {
  const sentBefore = new Date(now.getTime() - takeBackWithin * 1000);
  const [found] = await db
    .select({ number: max(post.number) })
    .from(post)
    .where(and(eq(post.threadId, threadId), lte(post.postedAt, sentBefore), sql`not ${isRemoved()}`));
  return found?.number ?? 0;
}
