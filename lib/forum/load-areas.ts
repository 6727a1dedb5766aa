// The areas a form names, in the order it names them, as policies want them.
import { inArray } from 'drizzle-orm';
import { area } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import type { HeldThread } from './model';
import { admittedTo } from './queries';

type LoadedArea = HeldThread['areas'][number];

/** @throws Refusal `not-found` for the first unknown slug */
export async function loadAreas({ db }: Context, slugs: readonly string[]): Promise<LoadedArea[]> {
  const rows = await db
    .select({
      id: area.id,
      slug: area.slug,
      audience: area.audience,
      postingRule: area.postingRule,
      admitted: admittedTo,
    })
    .from(area)
    .where(inArray(area.slug, [...slugs]));
  const bySlug = new Map(rows.map(({ slug, ...rest }) => [slug.toLowerCase(), rest]));
  return slugs.map((slug) => {
    const found = bySlug.get(slug.toLowerCase());
    if (!found) throw new Refusal('not-found', 'area-unknown', 'areas');
    return found;
  });
}
