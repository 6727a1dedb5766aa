// What a post said before: its versions, the newest first, and what one of them changed.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/ui/page-head';
import { History } from '@/components/writing/history';
import { postAddress } from '@/lib/forum/model';
import { historyQuery } from '@/lib/forum/writing/model';
import { listHistory } from '@/lib/forum/writing/queries';
import { demandMember } from '@/lib/web/gate';
import type { PageQuery } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { findPost, type PostParams } from '../find-post';

type Props = { params: PostParams; searchParams: PageQuery };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('forum.history');
  return { title: t('title', { number: (await params).post }) };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { thread, postId, number, path } = await findPost(params, 'versioni');
  const ctx = await demandMember(path);
  const query = historyQuery.parse(await searchParams);
  const history = await readPage(path, () => listHistory(ctx, postId, query));
  const [t, forum] = await Promise.all([getTranslations('forum.history'), getTranslations('forum')]);
  return (
    <>
      <PageHead
        title={t('title', { number: String(number) })}
        crumbs={[
          { label: forum('title'), href: '/forum' },
          { label: thread.areaName, href: `/forum/${thread.areaSlug}` },
          { label: t('title', { number: String(number) }) },
        ]}
        line={
          <>
            <a href={postAddress(thread, number)}>{thread.title}</a> · {t('line')}
          </>
        }
      />
      <History history={history} address={path} now={ctx.now} />
    </>
  );
}
