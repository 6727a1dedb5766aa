// The forum as one organisation took part in it: what it asked, what it answered.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ContributionFilter } from '@/components/forum/contribution-filter';
import { ThreadRows } from '@/components/forum/thread-rows';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { contributionAddress, contributionKindOf, contributionQuery } from '@/lib/forum/contributions/model';
import { countContributions, findContributor, listContributions } from '@/lib/forum/contributions/queries';
import { pageCount, threadsPerPage } from '@/lib/forum/model';
import { currentContext } from '@/lib/web/context';
import type { PageQuery } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';

type Props = { params: Promise<{ slug: string }>; searchParams: PageQuery };

const read = cache((slug: string) =>
  readPage(contributionAddress(slug), (ctx) => findContributor(ctx, slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('forum.contributions');
  return { title: t('title', { name: (await read((await params).slug)).name }) };
}

export default async function ContributionsPage({ params, searchParams }: Props) {
  const organization = await read((await params).slug);
  const { filtro, pagina: page } = contributionQuery.parse(await searchParams);
  const kind = contributionKindOf(filtro);
  const ctx = await currentContext();
  const [t, forum, counts, rows] = await Promise.all([
    getTranslations('forum.contributions'),
    getTranslations('forum'),
    countContributions(ctx, organization.id),
    listContributions(ctx, { organizationId: organization.id, kind, page }),
  ]);
  const pages = pageCount(counts[kind], threadsPerPage);
  if (page > pages) redirect(contributionAddress(organization.slug, kind, pages));
  return (
    <>
      <PageHead
        title={t('title', { name: organization.name })}
        crumbs={[{ label: forum('title'), href: '/forum' }, { label: organization.name }]}
        line={
          <>
            {t('line')} <a href={`/enti/${encodeURIComponent(organization.slug)}`}>{t('organization')}</a>
          </>
        }
      />
      <ContributionFilter slug={organization.slug} current={kind} counts={counts} />
      {rows.length > 0 ? <ThreadRows rows={rows} now={ctx.now} /> : <EmptyState>{t('none')}</EmptyState>}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => contributionAddress(organization.slug, kind, number)}
      />
    </>
  );
}
