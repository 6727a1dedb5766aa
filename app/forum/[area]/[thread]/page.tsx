// One thread, twenty posts a page. Only the number in the address counts: other words redirect to the right ones.
import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { after } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ThreadPosts } from '@/components/forum/thread-posts';
import { ThreadRail } from '@/components/forum/thread-rail';
import { ThreadState } from '@/components/forum/thread-state';
import { Columns } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { markRead } from '@/lib/forum/mark-read';
import {
  pageCount,
  pageOfPost,
  postsPerPage,
  threadAddress,
  threadNumberOf,
  threadQuery,
} from '@/lib/forum/model';
import { findThread, listPosts, listThreadFiles } from '@/lib/forum/posts/queries';
import { findOriginals } from '@/lib/mailing/queries';
import { currentContext } from '@/lib/web/context';
import { readPage } from '@/lib/web/read-page';

type Query = Record<string, string | string[]>;
type Props = { params: Promise<{ area: string; thread: string }>; searchParams: Promise<Query> };

const read = cache(async (area: string, part: string, query: string) => {
  const number = threadNumberOf(part);
  if (number === undefined) notFound();
  return readPage(`/forum/${area}/${part}${query}`, (ctx) => findThread(ctx, number));
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { area, thread } = await params;
  return { title: (await read(area, thread, queryString(await searchParams))).title };
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const { area, thread: part } = await params;
  const query = await searchParams;
  const thread = await read(area, part, queryString(query));
  const address = threadAddress(thread);
  if (address !== `/forum/${area}/${part}`) permanentRedirect(`${address}${queryString(query)}`);
  const { pagina, m } = threadQuery.parse(query);
  const pages = pageCount(thread.posts, postsPerPage);
  const page = Math.min(m ? pageOfPost(m) : pagina, pages);
  const ctx = await currentContext();
  const [t, posts, files] = await Promise.all([
    getTranslations('forum'),
    listPosts(ctx, thread.id, page),
    listThreadFiles(ctx, thread.id),
  ]);
  const originals = await findOriginals(
    ctx,
    posts.map((post) => post.id),
  );
  const last = posts.at(-1);
  if (ctx.actor.kind === 'member' && last) {
    after(() => markRead(ctx, { threadId: thread.id, number: last.number }));
  }
  return (
    <>
      <PageHead
        title={thread.title}
        crumbs={[
          { label: t('title'), href: '/forum' },
          { label: thread.areaName, href: `/forum/${thread.areaSlug}` },
        ]}
        line={<ThreadState thread={thread} now={ctx.now} />}
      />
      <Columns railLabel={t('beside')} rail={<ThreadRail thread={thread} files={files} />}>
        <ThreadPosts thread={thread} posts={posts} originals={originals} now={ctx.now} />
        <Pagination page={page} pages={pages} href={(number) => `${address}?pagina=${number}`} />
      </Columns>
    </>
  );
}

function queryString(query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => [value].flat().map((one) => [key, one]));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}
