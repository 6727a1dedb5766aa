// Every read of what leavers left: for the referent of their organisation.
import { and, asc, eq, exists, gt, isNull, lte, notExists, or, type SQL, sql } from 'drizzle-orm';
import { person, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { mayHandOver } from '../policy';
import type { Leaver } from './model';

/** What is one's to hand over: of the organisation one acts for, by name; nothing for whoever hands nothing over. */
export async function listLeavers(ctx: Context): Promise<Leaver[]> {
  return listOpenWork(ctx, notExists);
}

/** The same of those who still act for it: what they would leave. */
export async function listWorkAtHand(ctx: Context): Promise<Leaver[]> {
  return listOpenWork(ctx, exists);
}

async function listOpenWork(ctx: Context, seated: typeof exists): Promise<Leaver[]> {
  const { actor, db, now } = ctx;
  if (actor.kind !== 'member') return [];
  const organizationId = actor.seat.organization.id;
  if (!mayHandOver(actor, organizationId).allowed) return [];
  const seatsThere = db
    .select({ one: sql`1` })
    .from(seat)
    .where(and(eq(seat.personId, person.id), eq(seat.organizationId, organizationId), actsOn(now)));
  const open = db
    .select({
      id: person.id,
      name: person.name,
      threads: askedFor(organizationId),
      drafts: kept(organizationId),
    })
    .from(person)
    .where(seated(seatsThere))
    .as('left_open');
  return db
    .select()
    .from(open)
    .where(or(gt(open.threads, 0), gt(open.drafts, 0)))
    .orderBy(asc(open.name), asc(open.id));
}

/** A condition on table `seat`. */
function actsOn(now: Date): SQL | undefined {
  return and(lte(seat.startedAt, now), or(isNull(seat.endedAt), gt(seat.endedAt, now)));
}

/**
 * Threads of the archive, whose writers never had a seat here, are nobody's task. The names are written out: drizzle
 * shortens them in a select of one table.
 */
function askedFor(organizationId: string) {
  return sql<number>`(select count(*)::int from thread t
    where coalesce(t.asker_id, t.author_id) = person.id and t.organization_id = ${organizationId} and t.post_count > 0
      and exists (select from seat s where s.person_id = person.id and s.organization_id = ${organizationId}))`.as(
    'threads',
  );
}

function kept(organizationId: string) {
  return sql<number>`(select count(*)::int from draft d join seat s on s.id = d.seat_id
    where d.person_id = person.id and d.published_at is null and d.kind <> 'edit' and s.organization_id = ${organizationId})`.as(
    'drafts',
  );
}
