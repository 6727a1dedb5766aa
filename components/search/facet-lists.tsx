// What a search can be narrowed to: links with how many hits each leaves.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { Choices } from '@/components/ui/narrowed';
import {
  type Facet,
  type Facets,
  narrowed,
  narrowings,
  type SearchInput,
  type searchInput,
} from '@/lib/search/model';
import { facetWords } from './facet-words';

/** The rest of a longer list is folded. */
const mostShown = 8;

type Narrowing = (typeof narrowings)[number];
type Value = NonNullable<(typeof searchInput)['_output'][Narrowing['choice']]>;

/** A list that would leave everything as it is is not shown; what is chosen already stands above the hits. */
export function narrowingsLeft(input: SearchInput, facets: Facets): Narrowing[] {
  return narrowings.filter(({ facet, choice }) => input[choice] === undefined && facets[facet].length > 1);
}

export function FacetLists({ input, facets }: { input: SearchInput; facets: Facets }) {
  return (
    <>
      {narrowingsLeft(input, facets).map((narrowing) => (
        <FacetList key={narrowing.choice} input={input} facets={facets[narrowing.facet]} {...narrowing} />
      ))}
    </>
  );
}

type FacetListProps = Narrowing & { input: SearchInput; facets: readonly Facet[] };

function FacetList({ input, facets, facet, choice }: FacetListProps) {
  const t = useTranslations('search');
  const choices = facets.map(({ value, count }) => ({
    href: narrowed(input, choice, value),
    label: facetWords(t, choice, value as Value, facets),
    count,
  }));
  const rest = choices.slice(mostShown);
  return (
    <>
      <h2>{t(`facets.${facet}`)}</h2>
      <Choices label={t(`facets.${facet}`)} choices={choices.slice(0, mostShown)} />
      {rest.length > 0 ? (
        <Details summary={t('others', { count: rest.length })}>
          <Choices label={t(`facets.${facet}`)} choices={rest} />
        </Details>
      ) : null}
    </>
  );
}
