// What a search is narrowed to: each choice with the way to leave it.
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { Line } from '@/components/ui/layout';
import { type Facets, narrowed, narrowings, type SearchInput } from '@/lib/search/model';
import { facetWords } from './facet-words';

/** Nothing where nothing is chosen. */
export function ChosenFacets({ input, facets }: { input: SearchInput; facets: Facets }) {
  const t = useTranslations('search');
  const chosen = narrowings.flatMap(({ facet, choice }) => {
    const value = input[choice];
    return value === undefined ? [] : [{ facet, choice, value }];
  });
  if (chosen.length === 0) return null;
  return (
    <Line>
      {chosen.map(({ facet, choice, value }) => (
        <Tag key={choice} href={narrowed(input, choice, undefined)}>
          {t(`facets.${facet}`)}: {facetWords(t, choice, value, facets[facet])}{' '}
          <Icon name="close" label={t('remove')} />
        </Tag>
      ))}
    </Line>
  );
}
