// The audience of areas as SQL: the same answer as `mayReadArea`, for lists (a mirror test holds the two together).
import { type SQL, sql } from 'drizzle-orm';
import { area, areaOrganization } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';

/** A condition on table `area`: true for the areas this actor may read. */
export function visibleTo(actor: Actor): SQL {
  if (actor.kind === 'system') return sql`true`;
  if (actor.kind === 'anonymous' || actor.seat.role === 'admin') return sql`${area.audience} = 'public'`;
  const { id, kind } = actor.seat.organization;
  return sql`(${area.audience} in ('public', 'network')
    or (${area.audience} = 'communes' and ${kind === 'commune'})
    or (${area.audience} = 'chosen' and exists (
      select from ${areaOrganization}
      where ${areaOrganization.areaId} = ${area.id} and ${areaOrganization.organizationId} = ${id})))`;
}
