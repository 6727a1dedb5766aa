// Searching: what the header's box leads to.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SearchHits } from '@/components/search/search-hits';
import { Alert } from '@/components/ui/alert';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { pageCount } from '@/lib/forum/model';
import { hitsPerPage, searchInput } from '@/lib/search/model';
import { searchEverything } from '@/lib/search/search-everything';
import { currentContext } from '@/lib/web/context';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { SavedPlace } from './saved-place';

type Props = { searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title'), robots: { index: false } };
}

export default async function SearchPage({ searchParams }: Props) {
  const query = await searchParams;
  const input = searchInput.parse(query);
  const ctx = await currentContext();
  const [t, { hits, total, reduced }] = await Promise.all([
    getTranslations('search'),
    searchEverything(ctx, input),
  ]);
  const address = (page: number) => `/cerca?${new URLSearchParams({ q: input.q, pagina: String(page) })}`;
  const pages = pageCount(total, hitsPerPage);
  if (input.pagina > pages) redirect(address(pages));
  return (
    <Stack>
      <PageHead title={input.q ? t('found', { count: total, q: input.q }) : t('title')} line={t('line')} />
      <SavedPlace ctx={ctx} input={input} reason={queryValue(query.avviso)} />
      {reduced ? <Alert kind="info">{t('reduced')}</Alert> : null}
      {hits.length > 0 ? <SearchHits hits={hits} now={ctx.now} /> : null}
      {input.q === '' ? <EmptyState>{t('start')}</EmptyState> : null}
      {input.q !== '' && hits.length === 0 ? (
        <EmptyState>
          {t('none')} {t('hint')}
        </EmptyState>
      ) : null}
      <Pagination page={input.pagina} pages={pages} href={address} />
    </Stack>
  );
}
