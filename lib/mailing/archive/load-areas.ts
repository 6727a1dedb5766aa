// Which area a mail of an archive belongs to.
import type { Database } from '@/db/client';
import { area } from '@/db/schema';
import { Refusal } from '@/lib/core/refusal';
import type { ParsedMail } from '../model';

export type AreaFinder = (mail: Pick<ParsedMail, 'listId' | 'recipients'>) => string | null;

/**
 * List-Id decides where an area knows it; then the area asked for; then the address written to.
 * @throws Refusal `not-found` when `slug` names no area
 */
export async function loadAreas(db: Database, slug: string | undefined): Promise<AreaFinder> {
  const areas = await db.select().from(area);
  const asked = areas.find((each) => each.slug.toLowerCase() === slug?.toLowerCase());
  if (slug !== undefined && !asked) throw new Refusal('not-found', 'area-unknown', 'area');
  const byList = new Map(
    areas.flatMap((each) => each.listIds.map((id) => [id.toLowerCase(), each.id] as const)),
  );
  const byAddress = new Map(areas.map((each) => [each.postingAddress.toLowerCase(), each.id] as const));
  return ({ listId, recipients }) => {
    const written = recipients.map((address) => byAddress.get(address)).find((id) => id !== undefined);
    return byList.get(listId ?? '') ?? asked?.id ?? written ?? null;
  };
}
