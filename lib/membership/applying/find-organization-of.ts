// The organisation a commune of the registry is in this network, also where nobody has linked the two yet.
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';

export type CommuneNamed = { id: string; name: string; belfioreCode: string };

/** By its link, else by code or name among communes without one; for the deeds of this room. */
export async function findOrganizationOf({ db }: Context, commune: CommuneNamed) {
  const byWords = or(
    eq(organization.belfioreCode, commune.belfioreCode),
    and(
      isNull(organization.belfioreCode),
      sql`lower(${organization.name}) = lower(${`Comune di ${commune.name}`})`,
    ),
  );
  const unlinked = and(eq(organization.kind, 'commune'), isNull(organization.communeId), byWords);
  const [found] = await db
    .select({ id: organization.id, status: organization.status })
    .from(organization)
    .where(or(eq(organization.communeId, commune.id), unlinked))
    .orderBy(sql`${organization.communeId} nulls last`)
    .limit(1);
  return found ?? null;
}
