// What is known of the address a mail comes from: person, seats, office, how much came from it and went to it.
import { sql } from 'drizzle-orm';
import type { AddressKind } from '@/db/words';
import type { Context } from '@/lib/core/context';
import type { KnownSender } from './model';

type Row = {
  kind: AddressKind | null;
  verified: boolean;
  person: Omit<NonNullable<KnownSender['person']>, 'seats' | 'hasLeft'> | null;
  seats: (NonNullable<KnownSender['person']>['seats'][number] & { active: boolean })[] | null;
  office: KnownSender['office'];
  domain_owner_id: string | null;
  mails_last_hour: number;
  answers: string[];
};

/** One row whatever is known. @param address in lower case */
export async function findSender(ctx: Context, address: string): Promise<KnownSender> {
  const [row] = await ctx.db.execute<Row>(statement(address, ctx.now));
  if (!row) throw new Error('A sender is always one row.');
  const { kind, verified, person, office, answers } = row;
  const all = row.seats ?? [];
  const seats = all.filter(({ active }) => active).map(({ active: _, ...seat }) => seat);
  return {
    ...{ kind, verified, office, answers },
    person: person && { ...person, seats, hasLeft: all.length > 0 && seats.length === 0 },
    domainOwnerId: row.domain_owner_id,
    mailsLastHour: row.mails_last_hour,
  };
}

/** A person's own `email` counts as an address even where an archive named it without a row of its own. */
function statement(address: string, now: Date) {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const domains = sql.join(
    domainsOf(address).map((domain) => sql`${domain}`),
    sql`, `,
  );
  return sql`
    select a.kind, a.verified_at is not null or coalesce(p.email = given.email and p.email_verified is not null, false)
        as verified,
      case when p.id is not null then
        json_build_object('id', p.id, 'name', p.name, 'locale', p.locale, 'hasAccount', p.has_account)
      end as person,
      (select json_agg(json_build_object('id', s.id, 'role', s.role, 'emailDomain', lower(o.email_domain::text),
          'organization', json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'kind', o.kind,
            'writes', o.status not in ('suspended', 'former')),
          'active', s.ended_at is null or s.ended_at > ${moment}) order by s.started_at, s.id)
        from seat s join organization o on o.id = s.organization_id
        where s.person_id = p.id and s.started_at <= ${moment}) as seats,
      (select json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'kind', o.kind,
          'hasLeft', o.status in ('suspended', 'former'))
        from organization o where o.id = a.organization_id) as office,
      (select o.id from organization o where o.email_domain in (${domains})
        order by length(o.email_domain) desc, o.id limit 1) as domain_owner_id,
      (select count(*)::int from mail m where m.sender = given.email and m.door <> 'import'
        and m.created_at > ${moment} - interval '1 hour') as mails_last_hour,
      array(select w.reason from automatic_answer w where w.email = given.email
        and w.answered_at > ${moment} - interval '1 day') as answers
    from (select ${address}::citext as email) given
      left join address a on a.email = given.email
      left join person p on p.id = coalesce(a.person_id, (select q.id from person q where q.email = given.email))`;
}

/** `uff.comune-x.example` belongs to whoever owns `comune-x.example`. */
function domainsOf(address: string): string[] {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, index) => labels.slice(index).join('.'));
}
