// Every read of what was done to threads: the lines in a thread, and the log of the secretariat.
import { and, asc, desc, eq, gte, inArray, isNotNull, like, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  area,
  auditEntry,
  organization,
  person,
  post,
  postMove,
  postRemoval,
  report,
  threadEvent,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { signatureOf, type ThreadRow } from '../model';
import { threadsByIds } from '../queries';
import { visibleTo } from '../visible-to';
import { type LogRow, periodInput, type ThreadEventView } from './model';
import { mayReadLog } from './policy';

/**
 * What was done to a thread, in the order of time; the caller has read the thread. For members: who keeps order and
 * why is not the public's business.
 */
export async function listEvents(ctx: Context, threadId: string): Promise<ThreadEventView[]> {
  if (ctx.actor.kind === 'anonymous') return [];
  const rows = await ctx.db
    .select({
      id: threadEvent.id,
      kind: threadEvent.kind,
      afterNumber: threadEvent.afterNumber,
      reason: threadEvent.reason,
      at: threadEvent.happenedAt,
      raw: threadEvent.detail,
      name: person.name,
      slug: organization.slug,
      organization: organization.name,
    })
    .from(threadEvent)
    .innerJoin(person, eq(person.id, threadEvent.personId))
    .leftJoin(organization, eq(organization.id, threadEvent.organizationId))
    .where(eq(threadEvent.threadId, threadId))
    .orderBy(asc(threadEvent.happenedAt), asc(threadEvent.id));
  const names = await namesIn(
    ctx,
    threadId,
    rows.map(({ raw }) => raw),
  );
  return rows.map(({ raw, name, slug, organization: of, ...rest }) => ({
    ...rest,
    by: signatureOf(name, slug, of),
    detail: detailOf(rest.kind, raw, names),
  }));
}

type Raw = Record<string, unknown>;
type Names = {
  areas: Map<string, { slug: string; name: string }>;
  posts: Map<string, number>;
  people: Map<string, string>;
  threads: Map<string, ThreadRow>;
};

/** The former title is not shown again: it may be what the thread was renamed for. */
function detailOf(kind: ThreadEventView['kind'], raw: Raw, names: Names): ThreadEventView['detail'] {
  if (kind === 'rename') return { title: String(raw.to) };
  if (kind === 'retag') return { tags: strings(raw.to) };
  if (kind === 'move') return { areas: strings(raw.to).flatMap((id) => names.areas.get(id) ?? []) };
  if (kind === 'hand-over') return { person: names.people.get(String(raw.personId)) };
  if (kind === 'merge') return { title: String(raw.title), posts: Number(raw.posts) };
  if (kind === 'split' || kind === 'split-off')
    return { thread: names.threads.get(String(raw.to ?? raw.from)), posts: Number(raw.posts) };
  const number = names.posts.get(String(raw.postId));
  return number === undefined ? {} : { post: number };
}

async function namesIn(ctx: Context, threadId: string, details: readonly Raw[]): Promise<Names> {
  const { db, actor } = ctx;
  const ids = (values: unknown[]) => values.filter((value) => typeof value === 'string');
  const personIds = ids(details.map((raw) => raw.personId));
  const areas = await db
    .select({ id: area.id, slug: area.slug, name: area.name })
    .from(area)
    .where(visibleTo(actor));
  const people = personIds.length
    ? await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, personIds))
    : [];
  const places = details.filter((raw) => !Array.isArray(raw.to)).flatMap((raw) => [raw.to, raw.from]);
  const threads = await threadsByIds(ctx, ids(places).filter(isId));
  return {
    areas: new Map(areas.map(({ id, ...rest }) => [id, rest])),
    posts: await numbersIn(ctx, threadId, ids(details.map((raw) => raw.postId))),
    people: new Map(people.map(({ id, name }) => [id, name])),
    threads: new Map(threads.map((row) => [row.id, row])),
  };
}

/** The numbers posts have in this thread, or had before they went elsewhere. */
async function numbersIn({ db }: Context, threadId: string, postIds: string[]): Promise<Map<string, number>> {
  if (postIds.length === 0) return new Map();
  const rows = await db
    .select({ id: post.id, number: sql<number>`coalesce(${postMove.number}, ${post.number})` })
    .from(post)
    .leftJoin(postMove, and(eq(postMove.postId, post.id), eq(postMove.threadId, threadId)))
    .where(and(inArray(post.id, postIds), or(eq(post.threadId, threadId), isNotNull(postMove.number))));
  return new Map(rows.map(({ id, number }) => [id, number]));
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

const closed = alias(report, 'closed');

/**
 * What was done in the forum in a period, oldest first, with the reasons that stand in threads; `logAsCsv` makes a
 * table of it.
 * @throws Refusal `not-allowed`, `invalid`
 */
export async function listLog(ctx: Context, period: unknown): Promise<LogRow[]> {
  demand(mayReadLog(ctx.actor));
  const { from, to } = parseInput(periodInput, period);
  return ctx.db
    .select({
      at: auditEntry.createdAt,
      act: auditEntry.act,
      person: person.name,
      organization: organization.name,
      system: auditEntry.system,
      subject: auditEntry.subject,
      reason: sql<string | null>`coalesce(${threadEvent.reason},
        case when ${auditEntry.detail}->>'lifted' is null then ${postRemoval.reason} else ${postRemoval.liftedReason} end,
        ${report.reason}, ${closed.note})`,
    })
    .from(auditEntry)
    .leftJoin(person, eq(person.id, auditEntry.personId))
    .leftJoin(organization, eq(organization.id, auditEntry.organizationId))
    .leftJoin(threadEvent, eq(sql`${threadEvent.id}::text`, sql`${auditEntry.detail}->>'event'`))
    .leftJoin(postRemoval, eq(sql`${postRemoval.id}::text`, sql`${auditEntry.detail}->>'removal'`))
    .leftJoin(report, eq(sql`${report.id}::text`, sql`${auditEntry.detail}->>'report'`))
    .leftJoin(closed, eq(sql`${closed.id}::text`, sql`${auditEntry.detail}->>'closed'`))
    .where(
      and(like(auditEntry.act, 'forum.%'), gte(auditEntry.createdAt, from), lt(auditEntry.createdAt, to)),
    )
    .orderBy(asc(auditEntry.id));
}

/** When a thread was last locked and by whom, for the sentence over the reply box; null when nobody did. */
export async function findLock(ctx: Context, threadId: string) {
  const [found] = await ctx.db
    .select({ name: person.name, reason: threadEvent.reason, at: threadEvent.happenedAt })
    .from(threadEvent)
    .innerJoin(person, eq(person.id, threadEvent.personId))
    .where(and(eq(threadEvent.threadId, threadId), eq(threadEvent.kind, 'lock')))
    .orderBy(desc(threadEvent.happenedAt))
    .limit(1);
  return found ?? null;
}
