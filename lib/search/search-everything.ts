// The one box: everything the searcher may find, best first, one hit a thread, with what narrows it.
import type { Context } from '@/lib/core/context';
import { askSearch } from '@/lib/platform/search/house-search';
import type { Filter } from '@/lib/platform/search/query';
import { stemOf } from '@/lib/text/words/stems-of';
import { countFacets } from './count-facets';
import { findAudience } from './find-audience';
import { findRanked } from './find-ranked';
import { makeFilter } from './make-filter';
import { hitsPerPage, isNothing, type ParsedQuery, type SearchInput, type SearchResult } from './model';
import { parseQuery } from './parse-query';
import { nameOrganizations } from './queries';
import { showHits } from './show-hits';
import { type Understood, understandWords } from './understand-words';

/** Documents looked at: whoever does not find it among these narrows the question. */
const mostLookedAt = 200;

/**
 * @param input as `searchInput` gives it; a page after the last one is empty
 * @param ask which engines there are, where it is not those of this process
 * @returns `total` counts threads, organisations and persons together
 */
export async function searchEverything(
  ctx: Context,
  { q, pagina, ...choices }: SearchInput,
  ask = askSearch,
): Promise<SearchResult> {
  const parsed = parseQuery(q);
  if (isNothing(parsed)) return nothing;
  const [audience, understood] = await Promise.all([findAudience(ctx), understandWords(ctx, parsed.words)]);
  const { filter, unknown } = await makeFilter(ctx, audience, parsed.conditions, choices);
  const { phrases, without } = parsed;
  const isVain = understood.isUnknown || unknown.length > 0;
  const wanted = { phrases, without, filter: isVain ? nobody : filter, limit: mostLookedAt };
  const found = await findRanked(ctx, ask, understood, wanted);
  const page = found.ranked.slice((pagina - 1) * hitsPerPage, pagina * hitsPerPage);
  const slugs = found.ranked.flatMap(({ candidates }) =>
    candidates.flatMap((each) => each.organization ?? []),
  );
  const [hits, names] = await Promise.all([
    showHits(
      ctx,
      page.map(({ best }) => best),
      stemsAsked(understood, parsed),
    ),
    nameOrganizations(ctx, [...new Set(slugs)]),
  ]);
  const facets = countFacets(found.ranked, audience, names);
  return { hits, facets, unknown, total: found.ranked.length, more: found.more, reduced: found.reduced };
}

/**
 * What is asked in vain is asked all the same: an answer that came without the engine would tell by its state whether a
 * word stands somewhere, readable or not.
 */
const nobody: Filter = { readers: [] };

const noFacets = { kinds: [], areas: [], organizations: [], years: [], answered: [] };
const nothing: SearchResult = {
  ...{ hits: [], total: 0, more: false, reduced: false },
  ...{ facets: noFacets, unknown: [] },
};

/** Every form, so that PdS is marked where permesso was asked. */
function stemsAsked({ concepts }: Understood, { phrases }: ParsedQuery): Set<string> {
  const forms = concepts.flatMap(({ forms: each }) => each.flatMap(({ stems }) => stems));
  return new Set([...forms, ...phrases.flat().map(stemOf)]);
}
