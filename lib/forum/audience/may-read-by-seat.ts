// The audience of areas as SQL over any seat: the same answer as `mayReadArea`, for finding out who is reached.
import { type SQL, sql } from 'drizzle-orm';
import { area, areaOrganization, organization, seat } from '@/db/schema';

/** A condition on `area`, `seat` and `organization`: true where this seat, active at `now`, may read this area. */
export function mayReadBySeat(now: Date): SQL {
  const moment = sql`${now.toISOString()}::timestamptz`;
  return sql`(${seat.startedAt} <= ${moment} and (${seat.endedAt} is null or ${seat.endedAt} > ${moment})
    and (${area.audience} = 'public' or (${seat.role} <> 'admin' and (
      ${area.audience} = 'network'
      or (${area.audience} = 'communes' and ${organization.kind} = 'commune')
      or (${area.audience} = 'chosen' and exists (
        select from ${areaOrganization}
        where ${areaOrganization.areaId} = ${area.id}
          and ${areaOrganization.organizationId} = ${organization.id}))))))`;
}
