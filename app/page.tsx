// Home: the network in a few words for who is signed out, "Oggi" for who is signed in.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Needs } from '@/components/home/needs';
import { Today } from '@/components/home/today';
import { Welcome } from '@/components/home/welcome';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { listDrafts } from '@/lib/forum/drafts/queries';
import { listNews } from '@/lib/forum/news/queries';
import { listNotifications } from '@/lib/forum/notifications/queries';
import { listRecentPublic } from '@/lib/forum/queries';
import { countOpenReports } from '@/lib/forum/reports/queries';
import { listOrganizations } from '@/lib/people/queries';
import { currentContext } from '@/lib/web/context';
import { markAllRead } from './today-actions';

const newsShown = 5;

export async function generateMetadata(): Promise<Metadata> {
  const { actor } = await currentContext();
  const t = await getTranslations('home');
  return { title: t(actor.kind === 'member' ? 'today' : 'title') };
}

export default async function HomePage() {
  const ctx = await currentContext();
  if (ctx.actor.kind === 'member') {
    const [t, groups, notifications, drafts, reports] = await Promise.all([
      getTranslations('home'),
      listNews(ctx),
      listNotifications(ctx, { unreadOnly: true }),
      listDrafts(ctx),
      countOpenReports(ctx),
    ]);
    return (
      <>
        <PageHead title={t('today')} line={t('todayLine', { name: ctx.actor.name })} />
        <Stack gap="large">
          <Needs
            notifications={notifications}
            drafts={drafts}
            reports={reports}
            now={ctx.now}
            markRead={markAllRead}
          />
          <Today groups={groups} now={ctx.now} />
        </Stack>
      </>
    );
  }
  const [organizations, news] = await Promise.all([listOrganizations(ctx), listRecentPublic(ctx, newsShown)]);
  const communes = organizations.filter(({ kind, status }) => kind === 'commune' && status === 'member');
  return <Welcome communes={communes} news={news} now={ctx.now} />;
}
