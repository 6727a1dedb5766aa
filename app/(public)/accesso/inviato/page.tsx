// After asking for a link: the same page whoever asked.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Alert } from '@/components/ui/alert';
import { Prose, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { env } from '@/lib/env';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.sent');
  return { title: t('title') };
}

export default async function LinkSentPage() {
  const t = await getTranslations('access.sent');
  return (
    <Stack>
      <PageHead title={t('title')} line={t('line')} />
      <Prose>
        <p>{t('next')}</p>
        <p>{t('nothing')}</p>
        <p>{t('certified')}</p>
        <p>
          <a href="/accesso">{t('again')}</a>
        </p>
      </Prose>
      {env().embedded ? (
        <Alert>
          <p>
            {t('embedded')} <a href="/dev/posta">{t('embeddedLink')}</a>
          </p>
        </Alert>
      ) : null}
    </Stack>
  );
}
