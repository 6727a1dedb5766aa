// Home: the network in a few words for who is signed out, "Oggi" for who is signed in.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Needs } from '@/components/home/needs';
import { Today } from '@/components/home/today';
import { Welcome } from '@/components/home/welcome';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import type { MemberContext } from '@/lib/core/context';
import { listDrafts } from '@/lib/forum/drafts/queries';
import { pageCount } from '@/lib/forum/model';
import { listNews } from '@/lib/forum/news/queries';
import { noticesQuery, notificationsPerPage } from '@/lib/forum/notifications/model';
import { countUnreadNotifications, listNotifications } from '@/lib/forum/notifications/queries';
import { listRecentPublic } from '@/lib/forum/queries';
import { countOpenReports } from '@/lib/forum/reports/queries';
import { countWork as countAdhesions } from '@/lib/membership/queries';
import { listOrganizations } from '@/lib/people/queries';
import { currentContext } from '@/lib/web/context';
import { feedLinks } from '@/lib/web/feed-links';
import type { PageQuery } from '@/lib/web/query-value';
import { wordsMoment } from '@/lib/web/words-moment';
import { markAllRead } from './today-actions';

const newsShown = 5;

export async function generateMetadata(): Promise<Metadata> {
  const { actor } = await currentContext();
  const t = await getTranslations('home');
  const title = t(actor.kind === 'member' ? 'today' : 'title');
  return { title, ...(await feedLinks('seguite', { title, isPublic: false })) };
}

export default async function HomePage({ searchParams }: { searchParams: PageQuery }) {
  const ctx = await currentContext();
  const { actor } = ctx;
  if (actor.kind === 'member') return <TodayPage ctx={{ ...ctx, actor }} query={await searchParams} />;
  const [organizations, news] = await Promise.all([listOrganizations(ctx), listRecentPublic(ctx, newsShown)]);
  const communes = organizations.filter(({ kind, status }) => kind === 'commune' && status === 'member');
  return <Welcome communes={communes} news={news} now={wordsMoment(ctx)} />;
}

async function TodayPage({ ctx, query }: { ctx: MemberContext; query: Awaited<PageQuery> }) {
  const unread = await countUnreadNotifications(ctx);
  const page = Math.min(noticesQuery.parse(query).avvisi, pageCount(unread, notificationsPerPage));
  const [t, groups, notifications, drafts, reports, adhesions] = await Promise.all([
    getTranslations('home'),
    listNews(ctx),
    listNotifications(ctx, { unreadOnly: true, page }),
    listDrafts(ctx),
    countOpenReports(ctx),
    countAdhesions(ctx),
  ]);
  const told = { notifications, unread, page };
  return (
    <>
      <PageHead title={t('today')} line={t('todayLine', { name: ctx.actor.name })} />
      <Stack gap="large">
        <Needs
          {...told}
          drafts={drafts}
          reports={reports}
          adhesions={adhesions}
          now={ctx.now}
          markRead={markAllRead}
        />
        <Today groups={groups} now={ctx.now} />
      </Stack>
    </>
  );
}
