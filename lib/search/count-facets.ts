// How many hits there are with each choice: counted over what was found, so that nothing is counted that may not be seen.
import type { Ranked } from '@/lib/platform/search/rank';
import type { Audience } from './find-audience';
import { type Facet, type Facets, type Kind, kindWords } from './model';

const mostOrganizations = 20;

/** @param names slug → name of organisations; kinds and answers are named by the page */
export function countFacets(
  ranked: readonly Ranked[],
  audience: Audience,
  names: Map<string, string>,
): Facets {
  const readable = new Map(audience.areas.map(({ slug, name }) => [slug, name]));
  const kinds = count(ranked, ({ kind }) => [kind as Kind]);
  const areas = count(ranked, (found) => found.areas.filter((slug) => readable.has(slug)));
  const organizations = count(ranked, ({ organization }) => (organization ? [organization] : []));
  const years = count(ranked, ({ year, kind }) => (year && kind in threadKinds ? [String(year)] : []));
  const answered = count(ranked, (found) =>
    found.answered === null ? [] : [found.answered ? 'con' : 'senza'],
  );
  return {
    kinds: facets(kinds, (kind) => kind).map((facet) => ({
      ...facet,
      value: kindWords[facet.value as Kind],
    })),
    areas: facets(areas, (slug) => readable.get(slug) ?? slug),
    organizations: facets(organizations, (slug) => names.get(slug) ?? slug).slice(0, mostOrganizations),
    years: facets(years, (year) => year).toSorted((one, other) => Number(other.value) - Number(one.value)),
    answered: facets(answered, (value) => value),
  };
}

const threadKinds = { post: true, file: true };

/** A hit counts once for each value any of its documents has. */
function count(
  ranked: readonly Ranked[],
  valuesOf: (candidate: Ranked['best']) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { candidates } of ranked) {
    for (const value of new Set(candidates.flatMap(valuesOf)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function facets(counts: Map<string, number>, nameOf: (value: string) => string): Facet[] {
  return [...counts]
    .map(([value, number]) => ({ value, name: nameOf(value), count: number }))
    .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}
