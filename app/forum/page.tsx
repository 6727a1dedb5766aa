// The forum: every area this reader may open.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AreaRows } from '@/components/forum/area-rows';
import { PageHead } from '@/components/ui/page-head';
import { listAreas } from '@/lib/forum/queries';
import { currentContext } from '@/lib/web/context';
import { wordsMoment } from '@/lib/web/words-moment';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forum'))('title') };
}

export default async function ForumPage() {
  const ctx = await currentContext();
  const [t, areas] = await Promise.all([getTranslations('forum'), listAreas(ctx)]);
  return (
    <>
      <PageHead title={t('title')} line={t('line')} />
      <AreaRows areas={areas} now={wordsMoment(ctx)} />
    </>
  );
}
