// Who is reached by what is written in an area: in numbers before sending, by name where one wants to mention somebody.
import { and, asc, eq, ilike, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { area, areaFollow, organization, person, post, seat, thread, threadFollow } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { visibleTo } from '../visible-to';
import { mayReadBySeat } from './may-read-by-seat';
import type { Reader, Receivers } from './model';

const mostReaders = 8;
/** The id of no thread: a new one has neither followers nor writers yet. */
const noThread = '00000000-0000-0000-0000-000000000000';

/**
 * Whom a post would concern (the same answer as `whyTold`, but for mentions), the writer not counted, areas the writer
 * may not read neither.
 * @param areas slugs
 * @param threadId of the thread that is answered; without one a new thread is meant
 */
export async function countReceivers(
  ctx: Context,
  areas: readonly string[],
  threadId: string | null = null,
): Promise<Receivers> {
  const none = { people: 0, organizations: 0 };
  if (ctx.actor.kind !== 'member' || areas.length === 0) return none;
  const [counted] = await ctx.db
    .select({
      people: sql<number>`count(distinct ${person.id})::int`,
      organizations: sql<number>`count(distinct ${organization.id})::int`,
    })
    .from(area)
    .innerJoin(seat, sql`true`)
    .innerJoin(person, eq(person.id, seat.personId))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .leftJoin(areaFollow, and(eq(areaFollow.areaId, area.id), eq(areaFollow.personId, person.id)))
    .leftJoin(
      threadFollow,
      and(eq(threadFollow.threadId, threadId ?? noThread), eq(threadFollow.personId, person.id)),
    )
    .where(
      and(
        inArray(area.slug, [...areas]),
        visibleTo(ctx.actor),
        eq(person.hasAccount, true),
        ne(person.id, ctx.actor.personId),
        mayReadBySeat(ctx.now),
        concerns(threadId ?? noThread),
      ),
    );
  return counted ?? none;
}

/** A condition on `person`, `areaFollow` and `threadFollow`. */
function concerns(threadId: string): SQL {
  return sql`${threadFollow.state} is distinct from 'muted' and (${areaFollow.personId} is not null
    or ${threadFollow.state} = 'following'
    or exists (select from ${post} where ${post.threadId} = ${threadId} and ${post.authorId} = ${person.id})
    or exists (select from ${thread} where ${thread.id} = ${threadId} and ${thread.askerId} = ${person.id}))`;
}

/**
 * Persons whose name begins a word with `q` and who may read one of these areas; for members only.
 * @param areas slugs
 */
export async function listReaders(ctx: Context, areas: readonly string[], q: string): Promise<Reader[]> {
  const words = q.trim().replace(/[\\%_]/g, '\\$&');
  if (ctx.actor.kind !== 'member' || areas.length === 0) return [];
  const rows = await ctx.db
    .selectDistinctOn([person.name, person.id], {
      id: person.id,
      name: person.name,
      organization: { slug: organization.slug, name: organization.name },
    })
    .from(person)
    .innerJoin(seat, eq(seat.personId, person.id))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .innerJoin(area, inArray(area.slug, [...areas]))
    .where(
      and(
        eq(person.hasAccount, true),
        visibleTo(ctx.actor),
        mayReadBySeat(ctx.now),
        ilike(sql`' ' || ${person.name}`, `% ${words}%`),
      ),
    )
    .orderBy(asc(person.name), asc(person.id), asc(seat.startedAt))
    .limit(mostReaders);
  return rows;
}
