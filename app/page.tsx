// Home: the network in a few words for who is signed out, "Oggi" for who is signed in.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Today } from '@/components/home/today';
import { Welcome } from '@/components/home/welcome';
import { PageHead } from '@/components/ui/page-head';
import { listNews } from '@/lib/forum/news/queries';
import { listRecentPublic } from '@/lib/forum/queries';
import { listOrganizations } from '@/lib/people/queries';
import { currentContext } from '@/lib/web/context';

const newsShown = 5;

export async function generateMetadata(): Promise<Metadata> {
  const { actor } = await currentContext();
  const t = await getTranslations('home');
  return { title: t(actor.kind === 'member' ? 'today' : 'title') };
}

export default async function HomePage() {
  const ctx = await currentContext();
  if (ctx.actor.kind === 'member') {
    const [t, groups] = await Promise.all([getTranslations('home'), listNews(ctx)]);
    return (
      <>
        <PageHead title={t('today')} line={t('todayLine', { name: ctx.actor.name })} />
        <Today groups={groups} now={ctx.now} />
      </>
    );
  }
  const [organizations, news] = await Promise.all([listOrganizations(ctx), listRecentPublic(ctx, newsShown)]);
  const communes = organizations.filter(({ kind, status }) => kind === 'commune' && status === 'member');
  return <Welcome communes={communes} news={news} now={ctx.now} />;
}
