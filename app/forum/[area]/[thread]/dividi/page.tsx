// Which posts of a thread become one of their own: a page of them at a time, with all that follow if one wants.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SplitForm } from '@/components/forum/split-form';
import { ClientWords } from '@/components/ui/client-words';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import {
  openingWords,
  type PostView,
  pageCount,
  pageOfPost,
  postsPerPage,
  threadAddress,
} from '@/lib/forum/model';
import { splitQuery } from '@/lib/forum/moves/model';
import { listPosts } from '@/lib/forum/posts/queries';
import { listAreas } from '@/lib/forum/queries';
import { htmlToText } from '@/lib/text/html-to-text';
import type { PageQuery } from '@/lib/web/query-value';
import { findToModerate, type ThreadParams } from '../find-to-moderate';
import { split } from '../move-actions';

type Props = { params: ThreadParams; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forum.split'))('title') };
}

export default async function SplitPage({ params, searchParams }: Props) {
  const { ctx, thread, path } = await findToModerate(params, 'dividi');
  const { pagina, m } = splitQuery.parse(await searchParams);
  const pages = pageCount(thread.posts, postsPerPage);
  const page = Math.min(m ? pageOfPost(m) : pagina, pages);
  const [t, forum, areas, posts] = await Promise.all([
    getTranslations('forum.split'),
    getTranslations('forum'),
    listAreas(ctx),
    listPosts(ctx, thread.id, page),
  ]);
  const choices = posts.filter(({ number }) => number > 1).map((post) => choiceOf(post, m));
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: forum('title'), href: '/forum' },
          { label: thread.areaName, href: `/forum/${thread.areaSlug}` },
          { label: t('title') },
        ]}
        line={
          <>
            <a href={threadAddress(thread)}>{thread.title}</a> · {t('line')}
          </>
        }
      />
      {choices.length > 0 ? (
        <ClientWords rooms={['forum', 'writing']}>
          <SplitForm thread={thread} posts={choices} areas={areas} action={split} />
        </ClientWords>
      ) : (
        <EmptyState>{t('none')}</EmptyState>
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => `${path}?pagina=${number}`}
        label={t('pages')}
      />
    </>
  );
}

function choiceOf({ number, author, html }: PostView, chosen: number | undefined) {
  return { number, name: author.name, opening: openingWords(htmlToText(html)), chosen: number === chosen };
}
