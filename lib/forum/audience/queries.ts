// Who is reached by what is written in an area: in numbers before sending, by name where one wants to mention somebody.
import { and, asc, eq, ilike, inArray, ne, sql } from 'drizzle-orm';
import { area, areaFollow, organization, person, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { visibleTo } from '../visible-to';
import { mayReadBySeat } from './may-read-by-seat';
import type { Reader, Receivers } from './model';

const mostReaders = 8;

/**
 * The writer not counted, areas the writer may not read neither.
 * @param areas slugs
 */
export async function countReceivers(ctx: Context, areas: readonly string[]): Promise<Receivers> {
  const none = { people: 0, organizations: 0 };
  if (ctx.actor.kind !== 'member' || areas.length === 0) return none;
  const [counted] = await ctx.db
    .select({
      people: sql<number>`count(distinct ${person.id})::int`,
      organizations: sql<number>`count(distinct ${organization.id})::int`,
    })
    .from(areaFollow)
    .innerJoin(area, eq(area.id, areaFollow.areaId))
    .innerJoin(person, eq(person.id, areaFollow.personId))
    .innerJoin(seat, eq(seat.personId, person.id))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .where(
      and(
        inArray(area.slug, [...areas]),
        visibleTo(ctx.actor),
        eq(person.hasAccount, true),
        ne(person.id, ctx.actor.personId),
        mayReadBySeat(ctx.now),
      ),
    );
  return counted ?? none;
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
