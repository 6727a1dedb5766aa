// The seats a person holds now, as SQL: whoever finds out who acts reads them in the same statement.
import { type SQL, sql } from 'drizzle-orm';

/** A column of a statement over `person p`: the seats active at `moment` as JSON, the one held longest first. */
export function seatsOf(moment: string): SQL {
  return sql`(select json_agg(json_build_object('id', h.id, 'role', h.role, 'organization',
      json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'kind', o.kind,
        'writes', o.status not in ('suspended', 'former')))
      order by h.started_at, h.id)
    from seat h join organization o on o.id = h.organization_id
    where h.person_id = p.id and h.started_at <= ${moment}::timestamptz
      and (h.ended_at is null or h.ended_at > ${moment}::timestamptz)) as seats`;
}
