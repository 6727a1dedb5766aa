// Searching: what the header's box leads to.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { SearchAnswer } from '@/components/search/search-answer';
import { Written } from '@/components/ui/written';
import { pageCount } from '@/lib/forum/model';
import { hitsPerPage, recentInput, searchAddress, searchInput } from '@/lib/search/model';
import { listRecentSearches } from '@/lib/search/recent/queries';
import { recordSearch } from '@/lib/search/recent/record-search';
import { searchEverything } from '@/lib/search/search-everything';
import { currentContext } from '@/lib/web/context';
import type { PageQuery } from '@/lib/web/query-value';
import { clearRecent } from './actions';

type Props = { searchParams: PageQuery };

const longestTitle = 100;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchInput.parse(await searchParams);
  const t = await getTranslations('search');
  return { title: q ? t('titleOf', { q: q.slice(0, longestTitle) }) : t('title'), robots: { index: false } };
}

export default async function SearchPage({ searchParams }: Props) {
  const input = searchInput.parse(await searchParams);
  const ctx = await currentContext();
  const [result, recent] = await Promise.all([
    searchEverything(ctx, input),
    input.q ? [] : listRecentSearches(ctx),
  ]);
  const pages = pageCount(result.total, hitsPerPage);
  if (input.pagina > pages) redirect(searchAddress({ ...input, pagina: pages }));
  const isKept = ctx.actor.kind === 'member' && input.pagina === 1 && recentInput.safeParse(input).success;
  if (isKept) after(() => recordSearch(ctx, { q: input.q }));
  return (
    <Written>
      <SearchAnswer input={input} result={result} recent={recent} clearRecent={clearRecent} now={ctx.now} />
    </Written>
  );
}
