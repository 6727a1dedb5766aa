// A page of another audience: it exists, and says that this seat may not read it.
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Quiet, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame.forbidden');
  return { title: t('title') };
}

/** Who holds several seats may be acting for the wrong one: the advice says where to change it. */
export default async function Forbidden() {
  const t = await getTranslations('frame.forbidden');
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
