// One thread, twenty posts a page. Only the number in the address counts: other words redirect to the right ones.
import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { after } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { cache, type ReactNode } from 'react';
import { ModerationApart } from '@/components/forum/deeds-apart';
import { LiveLine } from '@/components/forum/live-line';
import { ThreadDeeds } from '@/components/forum/thread-deeds';
import { ThreadPosts } from '@/components/forum/thread-posts';
import { ThreadRail } from '@/components/forum/thread-rail';
import { ThreadState } from '@/components/forum/thread-state';
import { RelatedThreads } from '@/components/search/related-threads';
import { Afloat } from '@/components/ui/afloat';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { Columns, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { Written, WrittenOnce } from '@/components/ui/written';
import { listThreadFiles } from '@/lib/forum/files/queries';
import { listTagChoices } from '@/lib/forum/following/queries';
import { markRead } from '@/lib/forum/mark-read';
import {
  type PostView,
  pageCount,
  pageOfPost,
  postAddress,
  postsPerPage,
  type ThreadView,
  threadAddress,
  threadQuery,
} from '@/lib/forum/model';
import { listEvents } from '@/lib/forum/moderation/queries';
import { hasMoved, type MovedPost } from '@/lib/forum/moves/model';
import { listMoved } from '@/lib/forum/moves/queries';
import { mayModerate } from '@/lib/forum/policy';
import { listPosts } from '@/lib/forum/posts/queries';
import { listAreas } from '@/lib/forum/queries';
import { mayReply } from '@/lib/forum/writing/policy';
import { findOriginals } from '@/lib/mailing/queries';
import { relatedAddress } from '@/lib/search/model';
import { currentContext } from '@/lib/web/context';
import { feedLinks } from '@/lib/web/feed-links';
import { isWholePage } from '@/lib/web/is-whole-page';
import { queryValue } from '@/lib/web/query-value';
import { refusalWords } from '@/lib/web/refusal-words';
import { wordsMoment } from '@/lib/web/words-moment';
import { chooseAnswer, hide, removeOwn, reportToOffice, showAgain, sign, thank } from './post-actions';
import { readThread } from './read-thread';
import { ReplyPlace } from './reply-place';
import { forPolicy, rightsIn } from './rights-in';
import { chooseMailOfTag, keepUnread, lock, move, pin, rename, retag, wishForThread } from './thread-actions';

type Query = Record<string, string | string[]>;
type Props = { params: Promise<{ area: string; thread: string }>; searchParams: Promise<Query> };

const read = cache((area: string, part: string, query: string, post?: number) =>
  readThread(`/forum/${area}/${part}${query}`, part, post),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { area, thread } = await params;
  const query = await searchParams;
  const { title, number, areas } = await read(area, thread, queryString(query), threadQuery.parse(query).m);
  const isPublic = areas.some(({ audience }) => audience === 'public');
  return { title, ...(await feedLinks(`discussione/${number}`, { title, isPublic })) };
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const { area, thread: part } = await params;
  const query = await searchParams;
  const { pagina, m } = threadQuery.parse(query);
  const thread = await read(area, part, queryString(query), m);
  const address = threadAddress(thread);
  if (address !== `/forum/${area}/${part}`) permanentRedirect(`${address}${queryString(query)}`);
  const pages = pageCount(thread.posts, postsPerPage);
  const page = Math.min(m ? pageOfPost(m) : pagina, pages);
  const hasBox = page === pages || Boolean(query.cita);
  const ctx = await currentContext();
  const isMember = ctx.actor.kind === 'member';
  const moment = wordsMoment(ctx);
  const [t, whole, posts, files, events, tagChoices, wrong] = await Promise.all([
    getTranslations('forum'),
    isWholePage(),
    listPosts(ctx, thread.id, page),
    thread.hasFiles ? listThreadFiles(ctx, thread.id) : [],
    thread.hasEvents ? listEvents(ctx, thread.id) : [],
    listTagChoices(ctx, thread.tags),
    refusalWords(queryValue(query.avviso)),
  ]);
  const [originals, moved] = await Promise.all([
    findOriginals(
      ctx,
      posts.map((post) => post.id),
    ),
    hasMoved(posts, page, thread.posts, postsPerPage) ? listMoved(ctx, thread.id, page) : [],
  ]);
  const gone = moved.find(({ number }) => number === m);
  if (gone?.to) permanentRedirect(postAddress(gone.to, gone.to.post));
  const opened = Number(queryValue(query.altro)) || 0;
  const moderation = isMember ? await moderationOf(thread) : null;
  const rights = rightsIn(ctx, thread);
  const seen = lastSeen(posts, moved);
  if (isMember && seen && (thread.hasNews || seen.number > (thread.readUpTo ?? 0)))
    after(() => markRead(ctx, { threadId: thread.id, ...seen }));
  return (
    <>
      <Written>
        <PageHead
          title={thread.title}
          crumbs={[
            { label: t('title'), href: '/forum' },
            { label: thread.areaName, href: `/forum/${thread.areaSlug}` },
          ]}
          line={<ThreadState thread={thread} now={moment} />}
        />
      </Written>
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {isMember && query.fatto === 'segnalazione' ? <Alert kind="good" title={t('more.reported')} /> : null}
      <WordsWhereSpoken isSpoken={isMember && (hasBox || opened > 0 || moderation !== null)}>
        <Columns
          railLabel={t('beside')}
          rail={
            <Stack>
              <WrittenOnce whole={whole}>
                <Stack>
                  <ThreadRail thread={thread} files={files} />
                  {isMember ? (
                    <ThreadDeeds thread={thread} tagChoices={tagChoices} actions={threadActions} />
                  ) : null}
                </Stack>
              </WrittenOnce>
              {moderation ? (
                <ModerationApart
                  thread={thread}
                  address={address}
                  areas={moderation.areas}
                  actions={threadActions}
                />
              ) : null}
            </Stack>
          }
        >
          <ThreadPosts
            thread={thread}
            posts={posts.map((post) => ({ ...post, rights: rights(post) }))}
            moved={moved}
            events={events}
            originals={originals}
            opened={opened}
            whole={whole}
            actions={postActions}
            now={moment}
            foot={<Pagination page={page} pages={pages} href={(number) => `${address}?pagina=${number}`} />}
          />
          {isMember ? (
            <Afloat>
              <LiveLine
                thread={thread.number}
                address={address}
                posts={thread.posts}
                label={t('newPostsCount')}
              />
              {mayReply(ctx.actor, forPolicy(thread)).allowed && !query.cita ? (
                <LinkButton
                  href={hasBox ? '#rispondi' : `${address}?pagina=${pages}#rispondi`}
                  kind="secondary"
                  small
                >
                  {t('reply')}
                </LinkButton>
              ) : null}
            </Afloat>
          ) : null}
          {hasBox ? (
            <ReplyPlace
              thread={thread}
              posts={posts}
              sent={queryValue(query.inviato)}
              quoted={Number(queryValue(query.cita)) || 0}
            />
          ) : null}
          <RelatedThreads thread={thread.number} page={relatedAddress(thread.number)} title={t('related')} />
        </Columns>
      </WordsWhereSpoken>
    </>
  );
}

/** Most pages hold nothing that speaks in the browser: they carry no words for it. */
function WordsWhereSpoken({ isSpoken, children }: { isSpoken: boolean; children: ReactNode }) {
  return isSpoken ? <ClientWords rooms={['forum', 'writing', 'refusals']}>{children}</ClientWords> : children;
}

const postActions = {
  ...{ thank, chooseAnswer, showAgain, keepUnread, removeOwn, sign },
  ...{ report: reportToOffice, hide },
};
const threadActions = { wish: wishForThread, chooseTagMail: chooseMailOfTag, lock, pin, rename, retag, move };

/** For whoever keeps order here: where a thread may go. */
async function moderationOf(thread: ThreadView) {
  const ctx = await currentContext();
  if (!mayModerate(ctx.actor, { areas: thread.policyAreas }).allowed) return null;
  return { areas: await listAreas(ctx) };
}

/** The end of the page, whether a post stands there or a line for one that went. */
function lastSeen(posts: readonly PostView[], moved: readonly MovedPost[]) {
  const [post, line] = [posts.at(-1), moved.at(-1)];
  if (line && line.number > (post?.number ?? 0)) return { number: line.number };
  return post && { number: post.number, postId: post.id };
}

function queryString(query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => [value].flat().map((one) => [key, one]));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}
