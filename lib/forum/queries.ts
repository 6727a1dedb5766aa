// Every read of areas and of lists of threads.
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  inArray,
  isNull,
  max,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  area,
  areaOrganization,
  organization,
  person,
  thread,
  threadArea,
  threadRead,
  threadTag,
} from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { isQuestion } from './is-question';
import { isWaiting } from './is-waiting';
import {
  type AreaHead,
  type AreaView,
  type FilterCounts,
  signatureOf,
  type ThreadFilter,
  type ThreadRow,
  threadsPerPage,
} from './model';
import { mayReadArea } from './policy';
import { visibleTo } from './visible-to';
import { writeStatementOnce } from './write-statement-once';

/** The areas this actor may read, in their order, with how many threads stand in each and when the last post came. */
export async function listAreas(ctx: Context): Promise<AreaView[]> {
  return ctx.db
    .select({ ...areaColumns, threads: count(threadArea.threadId), lastPostAt: max(threadArea.lastPostAt) })
    .from(area)
    .leftJoin(threadArea, eq(threadArea.areaId, area.id))
    .where(visibleTo(ctx.actor))
    .groupBy(area.id)
    .orderBy(asc(area.position), asc(area.name));
}

const areaColumns = {
  id: area.id,
  slug: area.slug,
  name: area.name,
  description: area.description,
  postingAddress: area.postingAddress,
  audience: area.audience,
  postingRule: area.postingRule,
};

/** @throws Refusal `not-found` for an unknown slug, `not-allowed` where the actor may not read */
export async function findArea(ctx: Context, slug: string): Promise<AreaHead> {
  const [found] = await selectArea(ctx, { slug });
  if (!found) throw new Refusal('not-found', 'no-such-area');
  const { admitted, ...view } = found;
  demand(mayReadArea(ctx.actor, { ...view, admitted }));
  return view;
}

/** The ids of the organisations an area admits by name, as policies want them. */
export const admittedTo = sql<
  string[]
>`array(select ${areaOrganization.organizationId}::text from ${areaOrganization}
  where ${areaOrganization.areaId} = ${area.id})`;

const selectArea = writeStatementOnce(({ db }) =>
  db
    .select({ ...areaColumns, admitted: admittedTo })
    .from(area)
    .where(eq(area.slug, sql.placeholder('slug')))
    .prepare('area'),
);

export type ThreadList = { areaId: string; filter: ThreadFilter; tag?: string; page: number };

/** One page of an area's threads, pinned ones on top, last activity first. The caller has read the area. */
export async function listThreads(
  ctx: Context,
  { areaId, filter, tag, page }: ThreadList,
): Promise<ThreadRow[]> {
  const shape = { filter, hasTag: tag !== undefined, isFirst: page === 1 };
  const rows = await selectListed(ctx, { areaId, tag, offset: (page - 1) * threadsPerPage }, shape);
  return rows.map(toThreadRow);
}

const listed = { areaId: sql.placeholder('areaId'), tag: sql.placeholder('tag') };

/** Written out: PostgreSQL plans a statement once for all only where it knows how few rows are asked for. */
const onePage = sql.raw(String(threadsPerPage)) as unknown as Placeholder;

type ListShape = { filter: ThreadFilter; hasTag: boolean; isFirst: boolean };

const selectListed = writeStatementOnce((asking, { filter, hasTag, isFirst }: ListShape) => {
  const own = inList(asking, { ...listed, tag: hasTag ? listed.tag : undefined });
  const where = and(own, filterCondition(asking.actor, filter));
  const rows = selectRows(asking, where, [desc(threadArea.pinned)]).limit(onePage);
  return (isFirst ? rows : rows.offset(sql.placeholder('offset'))).prepare('threads');
});

type Counted = Pick<ThreadList, 'areaId' | 'tag'>;

/**
 * How many threads there are of each kind: questions nobody answered, answered without a chosen answer, solved. In one
 * pass that asks of each thread once whether it is a question: the costly part, and the same for whoever reads the area.
 */
export async function countThreads(ctx: Context, list: Counted): Promise<Omit<FilterCounts, 'mine'>> {
  const groups = await ctx.db
    .select({
      isSolved: sql<boolean>`${thread.solvedByPostId} is not null`,
      isQuestion: isQuestion(),
      isAlone: sql<boolean>`${standing} = 1`,
      all: count(),
    })
    .from(threadArea)
    .innerJoin(thread, eq(thread.id, threadArea.threadId))
    .where(inList(ctx, list))
    .groupBy(sql`1, 2, 3`);
  const counts = { all: 0, unanswered: 0, answered: 0, solved: 0 };
  for (const { isSolved, isQuestion: asks, isAlone, all } of groups) {
    counts.all += all;
    if (isSolved) counts.solved += all;
    else if (asks) counts[isAlone ? 'unanswered' : 'answered'] += all;
  }
  return counts;
}

/** How many of such threads the actor started. */
export async function countOwnThreads(ctx: Context, list: Counted): Promise<number> {
  if (ctx.actor.kind !== 'member') return 0;
  const { areaId, tag } = list;
  const [counted] = await countOwn(ctx, { areaId, tag }, { hasTag: tag !== undefined });
  return counted?.own ?? 0;
}

const countOwn = writeStatementOnce((asking, { hasTag }: Pick<ListShape, 'hasTag'>) => {
  const own = inList(asking, { ...listed, tag: hasTag ? listed.tag : undefined });
  return asking.db
    .select({ own: count() })
    .from(threadArea)
    .innerJoin(thread, eq(thread.id, threadArea.threadId))
    .where(and(own, filterCondition(asking.actor, 'mine')))
    .prepare('own threads');
});

type Value = string | Placeholder;

function inList(ctx: Pick<Context, 'db'>, { areaId, tag }: { areaId: Value; tag?: Value }): SQL | undefined {
  return and(eq(threadArea.areaId, areaId), tag ? carriesTag(ctx, tag) : undefined);
}

function carriesTag(ctx: Pick<Context, 'db'>, tag: Value): SQL {
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(threadTag)
      .where(and(eq(threadTag.threadId, thread.id), eq(threadTag.tag, tag))),
  );
}

/** How many posts stand in a thread; those that went elsewhere only have a line there. */
const standing = sql`${thread.postCount} - ${thread.movedCount}`;

function filterCondition(actor: Actor, filter: ThreadFilter): SQL | undefined {
  if (filter === 'unanswered') return isWaiting();
  if (filter === 'answered') return and(isNull(thread.solvedByPostId), sql`${standing} > 1`, isQuestion());
  if (filter === 'solved') return sql`${thread.solvedByPostId} is not null`;
  if (filter !== 'mine') return undefined;
  return actor.kind === 'member' ? eq(thread.authorId, actor.personId) : sql`false`;
}

/** Who started a thread and who wrote last in it, for whoever selects `threadColumns`. */
export const starter = alias(person, 'starter');
export const lastPoster = alias(person, 'last_poster');

/** The area a thread is shown under: its home where this actor may read it, else the first they may. */
export function shownArea(actor: Actor, column: 'slug' | 'name'): SQL<string> {
  return sql<string>`(select ${area[column]} from ${threadArea} shown join ${area} on ${area.id} = shown.area_id
    where shown.thread_id = ${thread.id} and ${visibleTo(actor)}
    order by shown.area_id = ${thread.homeAreaId} desc, ${area.position} limit 1)`;
}

/**
 * New to this actor: further than they have read, and written since they have an account or marked unread by
 * themselves.
 */
export function isUnread(actor: Actor): SQL<boolean> {
  if (actor.kind !== 'member') return sql<boolean>`false`;
  const ofActor = sql`${threadRead.threadId} = ${thread.id} and ${threadRead.personId} = ${actor.personId}`;
  return sql<boolean>`(${thread.postCount} > coalesce((select ${threadRead.lastNumber} from ${threadRead} where ${ofActor}), 0)
    and (${thread.lastPostAt} > (select ${person.createdAt} from ${person} where ${person.id} = ${actor.personId})
      or coalesce((select ${threadRead.keptUnread} from ${threadRead} where ${ofActor}), false)))`;
}

/** How many posts of a thread are new to this actor. */
export function unreadPosts(actor: Actor): SQL<number> {
  if (actor.kind !== 'member') return sql<number>`0`;
  return sql<number>`(case when ${isUnread(actor)} then ${thread.postCount} - coalesce((select ${threadRead.lastNumber}
    from ${threadRead} where ${threadRead.threadId} = ${thread.id}
      and ${threadRead.personId} = ${actor.personId}), 0) else 0 end)::int`;
}

/** What every list of threads shows, without its source: callers add `from` and conditions. */
export function threadColumns(actor: Actor) {
  return {
    id: thread.id,
    number: thread.number,
    slug: thread.slug,
    title: thread.title,
    areaSlug: shownArea(actor, 'slug'),
    areaName: shownArea(actor, 'name'),
    tags: sql<string[]>`array(select ${threadTag.tag}::text from ${threadTag}
      where ${threadTag.threadId} = ${thread.id} order by 1)`,
    starterName: starter.name,
    organizationSlug: organization.slug,
    organizationName: organization.name,
    startedAt: thread.startedAt,
    postCount: thread.postCount,
    movedCount: thread.movedCount,
    lastPostAt: thread.lastPostAt,
    lastPostBy: lastPoster.name,
    solvedByPostId: thread.solvedByPostId,
    unread: isUnread(actor),
    isQuestion: isQuestion(),
    locked: thread.locked,
    pinned: thread.pinned,
  };
}

function selectRows({ db, actor }: Pick<Context, 'db' | 'actor'>, where: SQL | undefined, first: SQL[] = []) {
  return db
    .select(threadColumns(actor))
    .from(threadArea)
    .innerJoin(thread, eq(thread.id, threadArea.threadId))
    .innerJoin(starter, eq(starter.id, thread.authorId))
    .leftJoin(organization, eq(organization.id, thread.organizationId))
    .leftJoin(lastPoster, eq(lastPoster.id, thread.lastPosterId))
    .where(where)
    .orderBy(...first, desc(threadArea.lastPostAt), desc(thread.number));
}

type Row = Omit<ThreadRow, 'startedBy' | 'answers' | 'solved'> & {
  starterName: string;
  organizationSlug: string | null;
  organizationName: string | null;
  postCount: number;
  movedCount: number;
  solvedByPostId: string | null;
};

/** The row a list shows, of `threadColumns` as selected. */
export function toThreadRow(row: Row): ThreadRow {
  const { starterName, organizationSlug, organizationName, postCount, movedCount, solvedByPostId, ...rest } =
    row;
  return {
    ...rest,
    startedBy: signatureOf(starterName, organizationSlug, organizationName),
    answers: Math.max(0, postCount - movedCount - 1),
    solved: solvedByPostId !== null,
  };
}

/** The threads last written to in public areas: what the network shows to everyone. */
export async function listRecentPublic(ctx: Context, limit: number): Promise<ThreadRow[]> {
  const publicOnes = ctx.db.select({ id: area.id }).from(area).where(eq(area.audience, 'public'));
  const rows = await selectRows(ctx, inArray(threadArea.areaId, publicOnes)).limit(limit);
  return rows.map(toThreadRow);
}

/** The rows of these threads, in the order of their ids as given; those the actor may not read are left out. */
export async function threadsByIds(ctx: Context, ids: string[]): Promise<ThreadRow[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select(threadColumns(ctx.actor))
    .from(thread)
    .innerJoin(starter, eq(starter.id, thread.authorId))
    .leftJoin(organization, eq(organization.id, thread.organizationId))
    .leftJoin(lastPoster, eq(lastPoster.id, thread.lastPosterId))
    .where(inArray(thread.id, ids));
  const byId = new Map(rows.filter((row) => row.areaSlug !== null).map((row) => [row.id, toThreadRow(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
