// Who is reached by what is written in an area: in numbers before sending, by name where one wants to mention somebody.
import { and, asc, eq, ilike, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import {
  area,
  areaFollow,
  organization,
  person,
  post,
  seat,
  thread,
  threadArea,
  threadFollow,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { memberOf } from '@/lib/core/member-of';
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
/** Where a text will stand: in areas by slug, or wherever a thread stands. */
export type Place = { areas: readonly string[]; thread?: string };

/**
 * Persons other than the writer who may read this place, each word of whose name may begin with `q`; accents and case
 * do not matter. Areas the writer may not read tell nothing.
 * @throws Refusal `not-allowed` for whoever is not signed in
 */
export async function listReaders(ctx: Context, place: Place, q: string): Promise<Reader[]> {
  const { personId } = memberOf(ctx.actor);
  const letters = q.trim().replace(/[\\%_]/g, '\\$&');
  if (letters === '') return [];
  return ctx.db
    .selectDistinctOn([person.name, person.id], {
      id: person.id,
      name: person.name,
      organization: { slug: organization.slug, name: organization.name },
    })
    .from(person)
    .innerJoin(seat, eq(seat.personId, person.id))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .innerJoin(area, standsIn(place))
    .where(
      and(
        eq(person.hasAccount, true),
        ne(person.id, personId),
        visibleTo(ctx.actor),
        mayReadBySeat(ctx.now),
        ilike(spelled(sql`${person.name}`), sql`'%' || ${spelled(sql`${letters}::text`)} || '%'`),
      ),
    )
    .orderBy(asc(person.name), asc(person.id), asc(seat.startedAt))
    .limit(mostReaders);
}

function standsIn({ areas, thread }: Place): SQL | undefined {
  const ofThread = sql`${area.id} in (select ${threadArea.areaId} from ${threadArea}
    where ${threadArea.threadId} = ${thread}::uuid)`;
  return or(inArray(area.slug, [...areas]), thread && isId(thread) ? ofThread : undefined);
}

/** A name as it is looked for: every word after a blank, no accents. */
function spelled(words: SQL): SQL {
  return sql`' ' || regexp_replace(unaccent(${words}), '[''-]+', ' ', 'g')`;
}
