// The searches a person keeps, and which of them tell their news by mail.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SavedSearches } from '@/components/search/saved-searches';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { listSavedSearches } from '@/lib/search/saving/queries';
import { demandMember } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { refusalWords } from '@/lib/web/refusal-words';
import { choose, drop } from './actions';

const deeds = ['changed', 'dropped'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('saving.page'))('title') };
}

export default async function SavedSearchesPage({ searchParams }: { searchParams: PageQuery }) {
  const ctx = await demandMember('/profilo/ricerche');
  const [searches, t, profile] = await Promise.all([
    listSavedSearches(ctx),
    getTranslations('saving.page'),
    getTranslations('profile.page'),
  ]);
  const query = await searchParams;
  const wrong = await refusalWords(queryValue(query.avviso));
  const done = wrong ? undefined : deeds.find((deed) => deed === queryValue(query.fatto));
  return (
    <Stack gap="large">
      <PageHead
        title={t('title')}
        crumbs={[{ label: profile('title'), href: '/profilo' }, { label: t('title') }]}
        line={t('line')}
      />
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {done ? <Alert kind="good" title={t(`done.${done}`)} /> : null}
      {searches.length > 0 ? (
        <SavedSearches searches={searches} choose={choose} drop={drop} />
      ) : (
        <EmptyState action={<LinkButton href="/cerca">{t('begin')}</LinkButton>}>{t('none')}</EmptyState>
      )}
    </Stack>
  );
}
