// The threads most like one: where "Discussioni collegate" leads without a script.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ThreadRows } from '@/components/forum/thread-rows';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Written } from '@/components/ui/written';
import { threadAddress } from '@/lib/forum/model';
import { findThread } from '@/lib/forum/posts/queries';
import { listRelatedThreads } from '@/lib/search/list-related-threads';
import { relatedAddress, relatedInput } from '@/lib/search/model';
import { currentContext } from '@/lib/web/context';
import type { PageQuery } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';

type Props = { searchParams: PageQuery };

const read = cache((number: number) => readPage(relatedAddress(number), (ctx) => findThread(ctx, number)));

async function threadOf(query: PageQuery) {
  return read(relatedInput.parse(await query).discussione);
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, { title }] = await Promise.all([getTranslations('search.related'), threadOf(searchParams)]);
  return { title: t('to', { title }), robots: { index: false } };
}

export default async function RelatedPage({ searchParams }: Props) {
  const thread = await threadOf(searchParams);
  const ctx = await currentContext();
  const [t, forum, rows] = await Promise.all([
    getTranslations('search.related'),
    getTranslations('forum'),
    listRelatedThreads(ctx, thread.id),
  ]);
  const address = threadAddress(thread);
  return (
    <Written>
      <PageHead
        title={forum('related')}
        line={
          <>
            {t('line')} <a href={address}>{thread.title}</a>
          </>
        }
        crumbs={[
          { label: forum('title'), href: '/forum' },
          { label: thread.areaName, href: `/forum/${thread.areaSlug}` },
          { label: forum('related') },
        ]}
      />
      {rows.length > 0 ? (
        <ThreadRows rows={rows} now={ctx.now} />
      ) : (
        <EmptyState action={<LinkButton href={address}>{t('back')}</LinkButton>}>{t('none')}</EmptyState>
      )}
    </Written>
  );
}
