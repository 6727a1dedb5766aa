// From conditions typed and choices made to what a document must be. What may not be seen is not known here either.
import type { Context } from '@/lib/core/context';
import type { Filter } from '@/lib/platform/search/query';
import { foldLetters } from '@/lib/text/words/fold-letters';
import type { Audience } from './find-audience';
import { type Kind, kindWords, type ParsedQuery, periodOf, type SearchInput } from './model';
import { findOrganizationSlugs, findPersonIds, findPostsWithFile } from './queries';

type Condition = ParsedQuery['conditions'][number];
type Choices = Omit<SearchInput, 'q' | 'pagina'>;

/** @returns the filter, and the conditions that fit nothing */
export async function makeFilter(
  ctx: Context,
  audience: Audience,
  conditions: readonly Condition[],
  choices: Choices = {},
): Promise<{ filter: Filter; unknown: Condition[] }> {
  const meant = await Promise.all(conditions.map((condition) => meaningOf(ctx, audience, condition)));
  const chosen = filterOfChoices(audience, choices);
  const filter = [chosen, ...meant].reduce<Filter>(narrow, { readers: audience.readers });
  return { filter, unknown: conditions.filter((_, index) => isEmpty(meant[index] ?? {})) };
}

type Part = Partial<Omit<Filter, 'readers'>>;

async function meaningOf(ctx: Context, audience: Audience, { prefix, value }: Condition): Promise<Part> {
  if (prefix === 'autore') return { persons: await findPersonIds(ctx, audience, value) };
  if (prefix === 'ente') return { organizations: await findOrganizationSlugs(ctx, value) };
  if (prefix === 'allegato') return { subjects: await findPostsWithFile(ctx, audience, value) };
  if (prefix === 'dal') return { from: periodOf(value)?.from };
  if (prefix === 'al') return { until: periodOf(value)?.until };
  const wanted = foldLetters(value).replace(/[^a-z0-9]+/g, '-');
  const named = audience.areas.filter(({ slug, name }) =>
    [slug, foldLetters(name)].some((one) => one.includes(wanted)),
  );
  return { areas: named.map(({ slug }) => slug) };
}

function filterOfChoices({ areas }: Audience, { tipo, area, ente, anno, risposta }: Choices): Part {
  const kind = (Object.keys(kindWords) as Kind[]).find((each) => kindWords[each] === tipo);
  return {
    kinds: kind && [kind],
    areas: area === undefined ? undefined : areas.filter(({ slug }) => slug === area).map(({ slug }) => slug),
    organizations: ente === undefined ? undefined : [ente],
    years: anno === undefined ? undefined : [anno],
    answered: risposta === undefined ? undefined : risposta === 'con',
  };
}

/** Both must hold. */
function narrow(filter: Filter, { from, until, answered, ...lists }: Part): Filter {
  const narrowed: Record<string, unknown> = { ...filter };
  for (const [name, values] of Object.entries(lists)) {
    if (!Array.isArray(values)) continue;
    const before = filter[name as keyof typeof lists] as readonly unknown[] | undefined;
    narrowed[name] = before ? before.filter((value) => values.includes(value as never)) : values;
  }
  return {
    ...(narrowed as Filter),
    from: latest(filter.from, from),
    until: earliest(filter.until, until),
    answered: answered ?? filter.answered,
  };
}

function latest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other && one > other ? one : (other ?? one);
}

function earliest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other && one < other ? one : (other ?? one);
}

function isEmpty(part: Part): boolean {
  return Object.values(part).some((value) => Array.isArray(value) && value.length === 0);
}
