// Which areas a mail of an archive belongs to, and who reads them.
import type { Database } from '@/db/client';
import { area, areaOrganization } from '@/db/schema';
import { Refusal } from '@/lib/core/refusal';
import type { ParsedMail } from '../model';

export type Areas = {
  /** Ids of the areas a mail was sent to: its home first, then others that the same people read. */
  areasOf: (mail: Pick<ParsedMail, 'listId' | 'recipients'>) => string[];
  /** Equal for areas that the same people read. */
  audienceOf: (areaId: string | null) => string;
};

/**
 * List-Id decides where an area knows it; then the area asked for; then the address written to.
 * @throws Refusal `not-found` when `slug` names no area
 */
export async function loadAreas(db: Database, slug: string | undefined): Promise<Areas> {
  const areas = await db.select().from(area);
  const asked = areas.find((each) => each.slug.toLowerCase() === slug?.toLowerCase());
  if (slug !== undefined && !asked) throw new Refusal('not-found', 'area-unknown', 'area');
  const byList = new Map(
    areas.flatMap((each) => each.listIds.map((id) => [id.toLowerCase(), each.id] as const)),
  );
  const byAddress = new Map(areas.map((each) => [each.postingAddress.toLowerCase(), each.id] as const));
  const audiences = await loadAudiences(db, areas);
  const audienceOf = (areaId: string | null) => audiences.get(areaId ?? '') ?? '';
  const areasOf: Areas['areasOf'] = ({ listId, recipients }) => {
    const listed = byList.get(listId ?? '');
    const written = recipients.map((address) => byAddress.get(address));
    const [home, ...others] = [listed ?? asked?.id, ...written].filter((id) => id !== undefined);
    if (home === undefined) return [];
    return [...new Set([home, ...others.filter((id) => audienceOf(id) === audienceOf(home))])];
  };
  return { areasOf, audienceOf };
}

/** Chosen organisations are an audience of their own: two such areas are alike only with the same ones. */
async function loadAudiences(
  db: Database,
  areas: readonly { id: string; audience: string }[],
): Promise<Map<string, string>> {
  const admitted = await db.select().from(areaOrganization);
  return new Map(
    areas.map(({ id, audience }) => {
      const ids = admitted.filter((row) => row.areaId === id).map((row) => row.organizationId);
      return [id, audience === 'chosen' ? `chosen ${ids.sort().join(' ')}` : audience];
    }),
  );
}
