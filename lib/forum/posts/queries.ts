// Every read inside a thread: the thread itself, a page of its posts, the post behind a Message-ID.
import { and, asc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { area, oldAddress, organization, person, post, thread, threadArea, threadMerge } from '@/db/schema';
import type { FollowState, RemovalKind } from '@/db/words';
import type { Actor } from '@/lib/core/actor';
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
import { admittedTo, lastPoster, starter, threadColumns, toThreadRow } from '../queries';
import { mayKnowRemoval, mayReadRemoved } from '../removals/policy';
import { writeStatementOnce } from '../write-statement-once';

/**
 * In one statement, because every page of a thread and every file in it asks first whether one may read it.
 * @throws Refusal `not-found` for an unknown number, `not-allowed` where the actor may read none of its areas, `gone` for
 * a thread merged into another (`findPlaceNow` tells where)
 */
export async function findThread(ctx: Context, number: number): Promise<ThreadView> {
  const [found] = await selectThread(ctx, { number });
  if (!found) throw new Refusal('not-found', 'no-such-thread');
  if (found.isMerged) throw new Refusal('gone', 'thread-merged');
  const {
    areas,
    lastNumber,
    solvedBy,
    follow,
    hasEvents,
    hasFiles,
    hasNews,
    askerId,
    isMerged: _,
    ...row
  } = found;
  demand(mayReadThread(ctx.actor, areas));
  const readable = areas.filter((one) => mayReadThread(ctx.actor, [one]).allowed);
  return {
    ...toThreadRow(row),
    ...{ solvedBy, follow, hasEvents, hasFiles, hasNews, askerId },
    areas: readable.map(({ slug, name, audience }) => ({ slug, name, audience })),
    posts: row.postCount,
    readUpTo: lastNumber ?? (row.unread ? 0 : null),
    policyAreas: readable.map((one) => ({ ...one, admitted: ownAmong(ctx, one.admitted) })),
  };
}

const selectThread = writeStatementOnce(({ db, actor }) => {
  const self = actor.kind === 'member' ? actor.personId : null;
  const ofReader = (column: SQL, table: SQL) =>
    sql`(select ${column} from ${table} where thread_id = ${thread.id} and person_id = ${self}::uuid)`;
  return db
    .select({
      ...threadColumns(actor),
      ...{ areas: areasOfThread, solvedBy: answerOfThread },
      askerId: sql<string>`coalesce(${thread.askerId}, ${thread.authorId})`,
      lastNumber: sql<number | null>`${ofReader(sql`last_number`, sql`thread_read`)}`,
      follow: sql<FollowState | null>`${ofReader(sql`state`, sql`thread_follow`)}`,
      isMerged: sql<boolean>`exists (select from ${threadMerge} where ${threadMerge.threadId} = ${thread.id})`,
      hasEvents: sql<boolean>`exists (select from thread_event where thread_id = ${thread.id})`,
      hasFiles: sql<boolean>`exists (select from post p join attachment a on a.post_id = p.id
        where p.thread_id = ${thread.id} and not a.inline)`,
      hasNews: sql<boolean>`exists (select from notification where thread_id = ${thread.id}
        and person_id = ${self}::uuid and read_at is null and kind <> 'report')`,
    })
    .from(thread)
    .innerJoin(starter, eq(starter.id, thread.authorId))
    .leftJoin(organization, eq(organization.id, thread.organizationId))
    .leftJoin(lastPoster, eq(lastPoster.id, thread.lastPosterId))
    .where(eq(thread.number, sql.placeholder('number')))
    .prepare('thread');
});

type AreaOfThread = ThreadView['areas'][number] & ThreadView['policyAreas'][number];

const areasOfThread = sql<AreaOfThread[]>`(select coalesce(json_agg(json_build_object('id', ${area.id},
    'slug', ${area.slug}, 'name', ${area.name}, 'audience', ${area.audience},
    'postingRule', ${area.postingRule}, 'admitted', ${admittedTo}) order by ${area.position}), '[]')
  from ${threadArea} placed join ${area} on ${area.id} = placed.area_id where placed.thread_id = ${thread.id})`;

const answerOfThread = sql<
  ThreadView['solvedBy']
>`(select json_build_object('number', p.number, 'author', a.name)
  from post p join person a on a.id = p.author_id where p.id = ${thread.solvedByPostId})`;

function ownAmong({ actor }: Context, admitted: string[]): string[] {
  return actor.kind === 'member' ? admitted.filter((id) => id === actor.seat.organization.id) : [];
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
 * One page of posts in their order, with files, thanks and what became of them, in one statement. The caller has read
 * the thread, and with it the right to.
 * @param page counted from 1
 */
export async function listPosts(ctx: Context, threadId: string, page: number): Promise<PostView[]> {
  const rows = await selectPosts(ctx, {
    ...{ threadId, first: (page - 1) * postsPerPage + 1, last: page * postsPerPage },
    now: ctx.now.toISOString(),
  });
  return rows.map((row) => toView(ctx, row));
}

const answered = alias(post, 'answered');

function columns(actor: Actor) {
  const today = sql`(${sql.placeholder('now')}::timestamptz at time zone 'Europe/Rome')::date`;
  const self = actor.kind === 'member' ? actor.personId : null;
  return {
    id: post.id,
    number: post.number,
    authorId: post.authorId,
    officeId: person.officeOfId,
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
    thanks: sql<PostView['thanks']>`(select json_build_object('count', count(*),
        'mine', coalesce(bool_or(person_id = ${self}::uuid), false)) from thank where post_id = ${post.id})`,
    files: filesOfPost,
    removal: removalOfPost,
  };
}

const selectPosts = writeStatementOnce(({ db, actor }) =>
  db
    .select(columns(actor))
    .from(post)
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .leftJoin(answered, and(eq(answered.id, post.replyToId), eq(answered.threadId, post.threadId)))
    .where(
      and(
        eq(post.threadId, sql.placeholder('threadId')),
        gte(post.number, sql.placeholder('first')),
        lte(post.number, sql.placeholder('last')),
      ),
    )
    .orderBy(asc(post.number))
    .prepare('posts'),
);

type Row = Awaited<ReturnType<typeof selectPosts>>[number];

function mayShowWords({ actor }: Context, row: Row): boolean {
  return row.removal === null || mayReadRemoved(actor, row).allowed;
}

function toView(ctx: Context, row: Row): PostView {
  const { author, awayNote, awayUntil, removal: _, files: __, ...rest } = row;
  const words = mayShowWords(ctx, row) ? {} : { html: '', quotedHtml: null };
  const own = mayShowWords(ctx, row) ? row.files : [];
  return {
    ...rest,
    ...words,
    author: signatureOf(author.name, author.slug, author.organization),
    away: awayNote && ctx.actor.kind === 'member' ? { note: awayNote, until: awayUntil } : null,
    removal: removalOf(ctx, row),
    files: own.filter(({ inline }) => !inline).map(toFile),
    images: own.filter((one) => one.inline && !stands(one, row)).map(toFile),
  };
}

/** Whether an image is seen in the text itself; those of a mail are not, and are shown below it. */
function stands({ id }: FileRow, { html }: Row): boolean {
  return html.includes(`src="/api/files/${id}"`);
}

function removalOf({ actor }: Context, { removal }: Row): RemovalView | null {
  if (!removal) return null;
  const { kind, reason, at, name, slug, organization: office } = removal;
  if (!mayKnowRemoval(actor).allowed) return { kind, by: null, reason: null, at: null };
  return { kind, by: name ? signatureOf(name, slug, office) : null, reason, at: new Date(at) };
}

type RemovalRow = {
  kind: RemovalKind;
  reason: string | null;
  at: string;
  personId: string;
  name: string | null;
  slug: string | null;
  organization: string | null;
};

/** Few posts have one: joined, it would cost as many columns at each as the post itself. */
const removalOfPost = sql<RemovalRow | null>`(select json_build_object('kind', r.kind, 'reason', r.reason,
    'at', r.removed_at, 'personId', r.person_id, 'name', a.name, 'slug', o.slug, 'organization', o.name)
  from post_removal r left join person a on a.id = r.person_id left join organization o on o.id = r.organization_id
  where r.post_id = ${post.id} and r.lifted_at is null)`;

type FileRow = FileView & { inline: boolean };

const filesOfPost = sql<FileRow[]>`(select coalesce(json_agg(json_build_object('id', a.id, 'inline', a.inline,
    'name', a.name, 'mediaType', f.media_type, 'size', f.size, 'pages', f.pages,
    'textState', f.text_state) order by a.position), '[]')
  from attachment a join file f on f.sha256 = a.sha256 where a.post_id = ${post.id})`;

function toFile({ id, name, mediaType, size, pages, textState }: FileRow): FileView {
  return { id, name, mediaType, size, pages, textState };
}
