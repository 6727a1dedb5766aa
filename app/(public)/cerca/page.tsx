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
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { clearRecent, save } from './actions';
import { findSaving } from './find-saving';

type Props = { searchParams: PageQuery };

const longestTitle = 100;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchInput.parse(await searchParams);
  const t = await getTranslations('search');
  return { title: q ? t('titleOf', { q: q.slice(0, longestTitle) }) : t('title'), robots: { index: false } };
}

export default async function SearchPage({ searchParams }: Props) {
  const query = await searchParams;
  const input = searchInput.parse(query);
  const ctx = await currentContext();
  const [result, recent, saving] = await Promise.all([
    searchEverything(ctx, input),
    input.q ? [] : listRecentSearches(ctx),
    findSaving(ctx, input, queryValue(query.avviso)),
  ]);
  const pages = pageCount(result.total, hitsPerPage);
  if (input.pagina > pages) redirect(searchAddress({ ...input, pagina: pages }));
  const isKept = ctx.actor.kind === 'member' && input.pagina === 1 && recentInput.safeParse(input).success;
  if (isKept) after(() => recordSearch(ctx, { q: input.q }));
  return (
    <Written>
      <SearchAnswer {...{ input, result, recent, saving, clearRecent, save }} now={ctx.now} />
    </Written>
  );
}
