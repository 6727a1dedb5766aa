// Who belonged to the network on any day, and how each organisation stood towards it.
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import { isoDay } from '@/lib/core/time';
import { demand } from '@/lib/core/verdict';
import { isMember } from '../model';
import { mayExamine } from '../policy';
import type { RollQuery, RollRow } from './model';

type Row = {
  organization_id: string;
  slug: string;
  name: string;
  kind: RollRow['kind'];
  province: string | null;
  istat_code: string | null;
  state: RollRow['state'];
  since: string;
  member_since: string | null;
  act: RollRow['act'];
};

/**
 * The members on a day, today included, by name; public, and without what is only on its way in.
 * @param day ISO, in Rome
 */
export async function roll(ctx: Context, day: string = isoDay(ctx.now)): Promise<RollRow[]> {
  return (await readRoll(ctx, day)).filter(({ state }) => isMember(state));
}

/** The register for the secretariat: every organisation that had any standing on the day. @throws Refusal `not-allowed` */
export async function listRegister(ctx: Context, query: RollQuery): Promise<RollRow[]> {
  demand(mayExamine(ctx.actor));
  const rows = await readRoll(ctx, query.al ?? isoDay(ctx.now));
  const [words, province] = [fold(query.q), fold(query.provincia)];
  return rows.filter(
    (row) =>
      (query.stato === 'all' || (query.stato === 'in' ? isMember(row.state) : row.state === query.stato)) &&
      (province === '' || fold(row.province ?? '') === province) &&
      fold(row.name).includes(words),
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

/** The last step of each organisation up to the day says where it stands; the run of member states before it, since when. */
async function readRoll({ db }: Context, day: string): Promise<RollRow[]> {
  const rows = await db.execute<Row>(sql`
    with past as (
      select s.*, s.state in ('active', 'suspended', 'withdrawing') as inside from membership_step s
      where s.taken_on <= ${day}::date),
    last as (select distinct on (organization_id) * from past order by organization_id, number desc)
    select o.id as organization_id, o.slug, o.name, o.kind, coalesce(c.province, o.province) as province,
      coalesce(c.istat_code, o.istat_code) as istat_code, l.state,
      (select min(p.taken_on)::text from past p where p.organization_id = o.id and p.state = l.state and p.number >
        coalesce((select max(q.number) from past q where q.organization_id = o.id and q.state <> l.state), 0)) as since,
      case when l.inside then (select min(p.taken_on)::text from past p where p.organization_id = o.id and p.number >
        coalesce((select max(q.number) from past q where q.organization_id = o.id and not q.inside), 0)) end
        as member_since,
      (select json_build_object('organ', r.organ, 'number', r.number, 'year', r.year, 'sessionOn', r.session_on)
        from past p join resolution r on r.id = p.resolution_id
        where p.organization_id = o.id and p.deed <> 'withdraw' order by p.number desc limit 1) as act
    from last l join organization o on o.id = l.organization_id
      left join commune_code c on c.commune_id = o.commune_id
        and c.started_on <= ${day}::date and (c.ended_on is null or c.ended_on > ${day}::date)
    order by o.name, o.id`);
  return rows.map((row) => ({
    ...{ organizationId: row.organization_id, slug: row.slug, name: row.name, kind: row.kind },
    ...{ province: row.province, istatCode: row.istat_code, state: row.state, since: row.since },
    ...{ memberSince: row.member_since, act: row.act },
  }));
}
