// A page that shows nothing of what was asked for: why, what to do, and the number of the request.
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { Quiet, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';

export type ClosedRoom = 'frame.notFound' | 'frame.forbidden';

type ClosedPageProps = {
  /** Where its words are. */
  room: ClosedRoom;
  /** The number of the request; empty where it has none. */
  code: string;
};

/** Not found and not allowed look alike: they differ in their words. */
export function ClosedPage({ room, code }: ClosedPageProps) {
  const t = useTranslations(room);
  return (
    <Stack>
      <PageHead title={t('title')} line={t('line')} />
      <p>{t('advice')}</p>
      <p>
        <LinkButton href="/">{t('home')}</LinkButton>
      </p>
      {code ? <Quiet small>{t('code', { code })}</Quiet> : null}
    </Stack>
  );
}
