// Mail the embedded start caught instead of sending it, newest first.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { env } from '@/lib/env';
import { catcherFolder, listCaught } from '@/lib/platform/mail/caught';
import { demandEmbedded } from '@/lib/web/demand-embedded';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dev.post');
  return { title: t('title') };
}

export default async function CaughtMailPage() {
  demandEmbedded();
  const t = await getTranslations('dev.post');
  const mails = await listCaught(catcherFolder(env().dataDir));
  const now = new Date();
  return (
    <Stack>
      <PageHead title={t('title')} line={t('line')} />
      {mails.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <Rows label={t('title')}>
          {mails.map(({ id, subject, to, date, text }) => (
            <Row
              key={id}
              href={`/dev/posta/${id}`}
              title={subject || t('noSubject')}
              line={t('to', { to })}
              excerpt={text.slice(0, 160)}
              aside={<Time at={date} now={now} />}
            />
          ))}
        </Rows>
      )}
    </Stack>
  );
}
