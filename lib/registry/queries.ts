// Communes by name and by key, as they are today; public.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { communeCode } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { type CommuneView, foldName } from './model';

const most = 20;

const shown = {
  id: communeCode.communeId,
  name: communeCode.name,
  province: communeCode.province,
  istatCode: communeCode.istatCode,
  belfioreCode: communeCode.belfioreCode,
};

/**
 * Communes of today whose name holds what was typed, accents and apostrophes aside; those that begin with it first. A former
 * name finds what the commune is called now.
 */
export async function listCommunes({ db }: Context, { search }: { search: string }): Promise<CommuneView[]> {
  const typed = foldName(search).slice(0, 80);
  if (typed.length < 2) return [];
  const name = sql`replace(replace(replace(lower(unaccent(c.name)), '''', ' '), '’', ' '), '-', ' ')`;
  return db.execute<CommuneView>(sql`
    select o.commune_id as id, o.name, o.province, o.istat_code as "istatCode", o.belfiore_code as "belfioreCode"
    from (select c.commune_id, min(case when ${name} = ${typed} then 0
          when starts_with(${name}, ${typed}) then 1 else 2 end) as place
        from commune_code c where strpos(${name}, ${typed}) > 0 group by c.commune_id) f
      join commune_code o on o.commune_id = f.commune_id and o.ended_on is null
    order by f.place, o.name, o.province limit ${most}`);
}

/** @throws Refusal `not-found` for a commune that is unknown or has come to an end */
export async function findCommune({ db }: Context, communeId: string): Promise<CommuneView> {
  const [found] = isId(communeId)
    ? await db
        .select(shown)
        .from(communeCode)
        .where(and(eq(communeCode.communeId, communeId), isNull(communeCode.endedOn)))
        .orderBy(asc(communeCode.startedOn))
    : [];
  if (!found) throw new Refusal('not-found', 'commune-not-found', 'communeId');
  return found;
}
