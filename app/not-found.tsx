// Any address that leads nowhere, in the frame.
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Quiet, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame.notFound');
  return { title: t('title') };
}

/** With the number of the request, so that it can be found in the log. */
export default async function NotFound() {
  const t = await getTranslations('frame.notFound');
  const code = (await headers()).get('x-correlation-id');
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
