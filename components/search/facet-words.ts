// What a choice that narrows a search is called: fixed ones by the page's words, the others by their own name.
import type { useTranslations } from 'next-intl';
import type { Facet, narrowings, SearchInput } from '@/lib/search/model';

type Words = ReturnType<typeof useTranslations<'search'>>;
type Choice = (typeof narrowings)[number]['choice'];

/** @param facets of the list it stands in; a value that is in none is called as the address bar writes it */
export function facetWords(
  t: Words,
  choice: Choice,
  value: NonNullable<SearchInput[Choice]>,
  facets: readonly Facet[],
): string {
  if (choice === 'tipo') return t(`kinds.${value as NonNullable<SearchInput['tipo']>}`);
  if (choice === 'risposta') return t(`answered.${value as NonNullable<SearchInput['risposta']>}`);
  return facets.find((facet) => facet.value === String(value))?.name ?? String(value);
}
