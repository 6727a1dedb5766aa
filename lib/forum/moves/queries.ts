// Every read of where things went: a thread, a post under its old number, the lines that stand for moved posts.
import { and, asc, eq, gte, lte } from 'drizzle-orm';
import { post, postMove, thread, threadMerge } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { postsPerPage } from '../model';
import { findThread, type PostPlace } from '../posts/queries';
import { shownArea } from '../queries';
import type { MovedPost } from './model';

/**
 * The thread that goes on where this one did: itself, or the one its first post stands in since it was merged. Whatever
 * holds a thread's id from before (a mail's References, a saved link) asks this first; whether the actor may read it is
 * asked of the answer.
 * @returns the id given, where it is that of no merged thread
 */
export async function findThreadNow(ctx: Context, threadId: string): Promise<string> {
  const [merged] = await ctx.db
    .select({ intoId: threadMerge.intoId, standsIn: post.threadId })
    .from(threadMerge)
    .leftJoin(postMove, and(eq(postMove.threadId, threadMerge.threadId), eq(postMove.number, 1)))
    .leftJoin(post, eq(post.id, postMove.postId))
    .where(eq(threadMerge.threadId, threadId));
  if (!merged) return threadId;
  return merged.standsIn ?? findThreadNow(ctx, merged.intoId);
}

/**
 * Where the post stands that had this number in this thread before it went elsewhere.
 * @param threadNumber of the thread in the old address @param number of the post in it
 * @throws Refusal `not-found` where nothing went from there, `not-allowed` where the actor may not read where it is now
 */
export async function findPlaceNow(ctx: Context, threadNumber: number, number: number): Promise<PostPlace> {
  const [left] = await ctx.db
    .select({ id: thread.id, postId: postMove.postId, merged: threadMerge.intoId })
    .from(thread)
    .leftJoin(postMove, and(eq(postMove.threadId, thread.id), eq(postMove.number, number)))
    .leftJoin(threadMerge, eq(threadMerge.threadId, thread.id))
    .where(eq(thread.number, threadNumber));
  if (!left?.postId && !left?.merged) throw new Refusal('not-found', 'no-such-post');
  const standing = left.postId
    ? eq(post.id, left.postId)
    : and(eq(post.threadId, await findThreadNow(ctx, left.id)), eq(post.number, 1));
  const [found] = await ctx.db
    .select({ post: post.number, number: thread.number })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(standing);
  if (!found) throw new Refusal('not-found', 'no-such-post');
  const { areaSlug, slug } = await findThread(ctx, found.number);
  return { areaSlug, slug, ...found };
}

/** The numbers of one page of a thread whose posts went elsewhere, in order. The caller has read the thread. */
export async function listMoved(ctx: Context, threadId: string, page: number): Promise<MovedPost[]> {
  const rows = await ctx.db
    .select({
      former: postMove.number,
      number: thread.number,
      slug: thread.slug,
      title: thread.title,
      post: post.number,
      areaSlug: shownArea(ctx.actor, 'slug'),
    })
    .from(postMove)
    .innerJoin(post, eq(post.id, postMove.postId))
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(
      and(
        eq(postMove.threadId, threadId),
        gte(postMove.number, (page - 1) * postsPerPage + 1),
        lte(postMove.number, page * postsPerPage),
      ),
    )
    .orderBy(asc(postMove.number));
  return rows.map(({ former, areaSlug, ...to }) => ({
    number: former,
    to: areaSlug === null ? null : { ...to, areaSlug },
  }));
}

/** A thread by its id, as its address is made. @throws Refusal `not-found`, `not-allowed`, `gone` */
export async function findThreadById(ctx: Context, threadId: string) {
  const [found] = await ctx.db.select({ number: thread.number }).from(thread).where(eq(thread.id, threadId));
  if (!found) throw new Refusal('not-found', 'no-such-thread');
  return findThread(ctx, found.number);
}
