// Every read inside a thread: the thread itself, a page of its posts, the post behind a Message-ID.
import { and, asc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  area,
  attachment,
  file,
  oldAddress,
  organization,
  person,
  post,
  postRemoval,
  thank,
  thread,
  threadArea,
  threadFollow,
  threadRead,
} from '@/db/schema';
import type { FollowState } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import {
  type FileView,
  type PostView,
  postsPerPage,
  type RemovalView,
  signatureOf,
  type ThreadView,
} from '../model';
import { mayReadThread } from '../policy';
import { admittedTo, threadsByIds } from '../queries';
import { mayKnowRemoval, mayReadRemoved } from '../removals/policy';

/** @throws Refusal `not-found` for an unknown number, `not-allowed` where the actor may read none of its areas */
export async function findThread(ctx: Context, number: number): Promise<ThreadView> {
  const [found] = await ctx.db
    .select({
      id: thread.id,
      posts: thread.postCount,
      solvedByPostId: thread.solvedByPostId,
      askerId: sql<string>`coalesce(${thread.askerId}, ${thread.authorId})`,
    })
    .from(thread)
    .where(eq(thread.number, number));
  if (!found) throw new Refusal('not-found', 'no-such-thread');
  const areas = await areasOf(ctx, found.id);
  demand(mayReadThread(ctx.actor, areas));
  const [[row], solvedBy, reading] = await Promise.all([
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
    readUpTo: reading?.lastNumber ?? (row.unread ? 0 : null),
    follow: reading?.follow ?? null,
    askerId: found.askerId,
    policyAreas: readable.map((one) => ({ ...one, admitted: ownAmong(ctx, one.admitted) })),
  };
}

function ownAmong({ actor }: Context, admitted: string[]): string[] {
  return actor.kind === 'member' ? admitted.filter((id) => id === actor.seat.organization.id) : [];
}

function areasOf(ctx: Context, threadId: string) {
  return ctx.db
    .select({
      id: area.id,
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

type Reading = { lastNumber: number | null; follow: FollowState | null };

async function readingOf(ctx: Context, threadId: string): Promise<Reading | null> {
  if (ctx.actor.kind !== 'member') return null;
  const { personId } = ctx.actor;
  const [reading] = await ctx.db
    .select({ lastNumber: threadRead.lastNumber, follow: threadFollow.state })
    .from(thread)
    .leftJoin(threadRead, and(eq(threadRead.threadId, thread.id), eq(threadRead.personId, personId)))
    .leftJoin(threadFollow, and(eq(threadFollow.threadId, thread.id), eq(threadFollow.personId, personId)))
    .where(eq(thread.id, threadId));
  return reading ?? null;
}

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

/**
 * One page of posts in their order, with files, thanks and what became of them, in two statements. The caller has read
 * the thread, and with it the right to.
 * @param page counted from 1
 */
export async function listPosts(ctx: Context, threadId: string, page: number): Promise<PostView[]> {
  const rows = await readRows(ctx, threadId, page);
  const shown = rows.filter((row) => mayShowWords(ctx, row)).map((row) => row.id);
  const files = await filesOf(ctx, shown);
  return rows.map((row) => toView(ctx, row, files));
}

const remover = alias(person, 'remover');
const removerOrganization = alias(organization, 'remover_organization');
const answered = alias(post, 'answered');

function columns({ actor, now }: Context) {
  const today = sql`(${now.toISOString()}::timestamptz at time zone 'Europe/Rome')::date`;
  const self = actor.kind === 'member' ? actor.personId : null;
  return {
    id: post.id,
    number: post.number,
    authorId: post.authorId,
    author: { name: person.name, slug: organization.slug, organization: organization.name },
    awayNote: sql<
      string | null
    >`case when ${person.holidayUntil} is null or ${person.holidayUntil} >= ${today} then ${person.holidayNote} end`,
    awayUntil: person.holidayUntil,
    channel: post.channel,
    postedAt: post.postedAt,
    replyTo: answered.number,
    html: post.html,
    quotedHtml: post.quotedHtml,
    masked: post.masked,
    revision: post.revision,
    editedAt: post.editedAt,
    thanks: sql<number>`(select count(*)::int from ${thank} where ${thank.postId} = ${post.id})`,
    thanked: sql<boolean>`exists (select from ${thank} where ${thank.postId} = ${post.id}
      and ${thank.personId} = ${self}::uuid)`,
    removal: postRemoval,
    remover: {
      name: remover.name,
      slug: removerOrganization.slug,
      organization: removerOrganization.name,
    },
  };
}

function readRows(ctx: Context, threadId: string, page: number) {
  return ctx.db
    .select(columns(ctx))
    .from(post)
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .leftJoin(answered, eq(answered.id, post.replyToId))
    .leftJoin(postRemoval, and(eq(postRemoval.postId, post.id), isNull(postRemoval.liftedAt)))
    .leftJoin(remover, eq(remover.id, postRemoval.personId))
    .leftJoin(removerOrganization, eq(removerOrganization.id, postRemoval.organizationId))
    .where(
      and(
        eq(post.threadId, threadId),
        gte(post.number, (page - 1) * postsPerPage + 1),
        lte(post.number, page * postsPerPage),
      ),
    )
    .orderBy(asc(post.number));
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function mayShowWords({ actor }: Context, row: Row): boolean {
  return row.removal === null || mayReadRemoved(actor, row).allowed;
}

function toView(ctx: Context, row: Row, files: FileRow[]): PostView {
  const { author, awayNote, awayUntil, thanks, thanked, removal: _, remover: __, ...rest } = row;
  const words = mayShowWords(ctx, row) ? {} : { html: '', quotedHtml: null };
  const own = files.filter((one) => one.postId === row.id);
  return {
    ...rest,
    ...words,
    author: signatureOf(author.name, author.slug, author.organization),
    away: awayNote && ctx.actor.kind === 'member' ? { note: awayNote, until: awayUntil } : null,
    thanks: { count: thanks, mine: thanked },
    removal: removalOf(ctx, row),
    files: own.filter(({ inline }) => !inline).map(toFile),
    images: own.filter((one) => one.inline && !stands(one, row)).map(toFile),
  };
}

/** Whether an image is seen in the text itself; those of a mail are not, and are shown below it. */
function stands({ id }: FileRow, { html }: Row): boolean {
  return html.includes(`src="/api/files/${id}"`);
}

function removalOf({ actor }: Context, { removal, remover: by }: Row): RemovalView | null {
  if (!removal) return null;
  const { kind, reason, removedAt: at } = removal;
  if (!mayKnowRemoval(actor).allowed) return { kind, by: null, reason: null, at: null };
  return { kind, by: by?.name ? signatureOf(by.name, by.slug, by.organization) : null, reason, at };
}

type FileRow = FileView & { postId: string; inline: boolean };

function toFile({ id, name, mediaType, size, pages, textState }: FileRow): FileView {
  return { id, name, mediaType, size, pages, textState };
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
      textState: file.textState,
    })
    .from(attachment)
    .innerJoin(file, eq(file.sha256, attachment.sha256))
    .where(inArray(attachment.postId, postIds))
    .orderBy(asc(attachment.position));
}
