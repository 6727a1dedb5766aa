// Every read inside a thread: the thread itself, a page of its posts, the post behind a Message-ID, a file.
import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import {
  area,
  attachment,
  file,
  oldAddress,
  organization,
  person,
  post,
  thread,
  threadArea,
  threadRead,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { type FileView, type PostView, postsPerPage, signatureOf, type ThreadView } from '../model';
import { mayReadThread } from '../policy';
import { admittedTo, threadsByIds } from '../queries';

/** @throws Refusal `not-found` for an unknown number, `not-allowed` where the actor may read none of its areas */
export async function findThread(ctx: Context, number: number): Promise<ThreadView> {
  const [found] = await ctx.db
    .select({ id: thread.id, posts: thread.postCount, solvedByPostId: thread.solvedByPostId })
    .from(thread)
    .where(eq(thread.number, number));
  if (!found) throw new Refusal('not-found', 'no-such-thread');
  const areas = await areasOf(ctx, found.id);
  demand(mayReadThread(ctx.actor, areas));
  const [[row], solvedBy, readUpTo] = await Promise.all([
    threadsByIds(ctx, [found.id]),
    answerOf(ctx, found.solvedByPostId),
    readingOf(ctx, found.id),
  ]);
  if (!row) throw new Refusal('not-found', 'no-such-thread');
  const readable = areas.filter((one) => mayReadThread(ctx.actor, [one]).allowed);
  return {
    ...row,
    areas: readable.map(({ slug, name, audience }) => ({ slug, name, audience })),
    posts: found.posts,
    solvedBy,
    readUpTo: readUpTo ?? (row.unread ? 0 : null),
  };
}

function areasOf(ctx: Context, threadId: string) {
  return ctx.db
    .select({
      slug: area.slug,
      name: area.name,
      audience: area.audience,
      postingRule: area.postingRule,
      admitted: admittedTo,
    })
    .from(threadArea)
    .innerJoin(area, eq(area.id, threadArea.areaId))
    .where(eq(threadArea.threadId, threadId))
    .orderBy(asc(area.position));
}

async function answerOf(ctx: Context, postId: string | null) {
  if (postId === null) return null;
  const [answer] = await ctx.db
    .select({ number: post.number, author: person.name })
    .from(post)
    .innerJoin(person, eq(person.id, post.authorId))
    .where(eq(post.id, postId));
  return answer ?? null;
}

async function readingOf(ctx: Context, threadId: string): Promise<number | null> {
  if (ctx.actor.kind !== 'member') return null;
  const [reading] = await ctx.db
    .select({ lastNumber: threadRead.lastNumber })
    .from(threadRead)
    .where(and(eq(threadRead.threadId, threadId), eq(threadRead.personId, ctx.actor.personId)));
  return reading?.lastNumber ?? null;
}

/**
 * One page of posts with their files, in their order. The caller has read the thread, and with it the right to.
 * @param page counted from 1
 */
export async function listPosts(ctx: Context, threadId: string, page: number): Promise<PostView[]> {
  const rows = await ctx.db
    .select({
      id: post.id,
      number: post.number,
      name: person.name,
      organizationSlug: organization.slug,
      organizationName: organization.name,
      channel: post.channel,
      postedAt: post.postedAt,
      html: post.html,
      quotedHtml: post.quotedHtml,
      masked: post.masked,
    })
    .from(post)
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(
      and(
        eq(post.threadId, threadId),
        gte(post.number, (page - 1) * postsPerPage + 1),
        lte(post.number, page * postsPerPage),
      ),
    )
    .orderBy(asc(post.number));
  const files = await filesOf(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map(({ name, organizationSlug, organizationName, ...rest }) => ({
    ...rest,
    author: signatureOf(name, organizationSlug, organizationName),
    files: files.filter((one) => one.postId === rest.id && !one.inline).map(toFile),
    images: files.filter((one) => one.postId === rest.id && one.inline).map(toFile),
  }));
}

type FileRow = FileView & { postId: string; inline: boolean };

function toFile({ id, name, mediaType, size, pages }: FileRow): FileView {
  return { id, name, mediaType, size, pages };
}

async function filesOf(ctx: Context, postIds: string[]): Promise<FileRow[]> {
  if (postIds.length === 0) return [];
  return ctx.db
    .select({
      id: attachment.id,
      postId: attachment.postId,
      inline: attachment.inline,
      name: attachment.name,
      mediaType: file.mediaType,
      size: file.size,
      pages: file.pages,
    })
    .from(attachment)
    .innerJoin(file, eq(file.sha256, attachment.sha256))
    .where(inArray(attachment.postId, postIds))
    .orderBy(asc(attachment.position));
}

/** Every file of a thread with the number of its post, in order. The caller has read the thread. */
export async function listThreadFiles(
  ctx: Context,
  threadId: string,
): Promise<(FileView & { post: number })[]> {
  return ctx.db
    .select({
      id: attachment.id,
      name: attachment.name,
      mediaType: file.mediaType,
      size: file.size,
      pages: file.pages,
      post: post.number,
    })
    .from(attachment)
    .innerJoin(file, eq(file.sha256, attachment.sha256))
    .innerJoin(post, eq(post.id, attachment.postId))
    .where(and(eq(post.threadId, threadId), eq(attachment.inline, false)))
    .orderBy(asc(post.number), asc(attachment.position))
    .limit(filesBesideThread);
}

const filesBesideThread = 50;

export type PostPlace = { areaSlug: string; number: number; slug: string; post: number };

/**
 * Where the post with this Message-ID stands, angle brackets or not.
 * @throws Refusal `not-found`, or `not-allowed` where the actor may not read its thread
 */
export async function findPostByMessageId(ctx: Context, messageId: string): Promise<PostPlace> {
  const bare = messageId.replace(/^<|>$/g, '');
  const [found] = await ctx.db
    .select({ post: post.number, number: thread.number })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(eq(post.messageId, bare));
  if (!found) throw new Refusal('not-found', 'no-such-post');
  const { areaSlug, slug } = await findThread(ctx, found.number);
  return { areaSlug, slug, ...found };
}

/** The Message-ID an address of the former archive led to. @throws Refusal `not-found` */
export async function findOldAddress(ctx: Context, path: string): Promise<string> {
  const [found] = await ctx.db
    .select({ messageId: oldAddress.messageId })
    .from(oldAddress)
    .where(eq(oldAddress.path, path));
  if (!found) throw new Refusal('not-found', 'no-such-address');
  return found.messageId;
}

export type FileContent = { sha256: string; name: string; mediaType: string; size: number };

/** A file at a post, for those who may read the post. @throws Refusal `not-found` or `not-allowed` */
export async function findAttachment(ctx: Context, id: string): Promise<FileContent> {
  if (!isId(id)) throw new Refusal('not-found', 'no-such-file');
  const [found] = await ctx.db
    .select({
      sha256: attachment.sha256,
      name: attachment.name,
      mediaType: file.mediaType,
      size: file.size,
      number: sql<number>`${thread.number}`,
    })
    .from(attachment)
    .innerJoin(file, eq(file.sha256, attachment.sha256))
    .innerJoin(post, eq(post.id, attachment.postId))
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(eq(attachment.id, id));
  if (!found) throw new Refusal('not-found', 'no-such-file');
  const { number, ...content } = found;
  await findThread(ctx, number);
  return content;
}
