// What the not-found and the forbidden page share: their words by room, and the number under which the log has the request.
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ClosedPage } from '@/components/frame/closed-page';
import { Written } from '@/components/ui/written';

/** @param room whose words are said */
export async function closedPage(room: 'frame.notFound' | 'frame.forbidden') {
  const t = await getTranslations(room);
  const code = (await headers()).get('x-correlation-id');
  const words = { title: t('title'), line: t('line'), advice: t('advice'), home: t('home') };
  // Next renders it beside every page, in case: as one string that costs little.
  return (
    <Written>
      <ClosedPage words={words} code={code && t('code', { code })} />
    </Written>
  );
}
