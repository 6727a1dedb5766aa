// Addresses to which nothing is sent: whose, since when, why, and a button that resumes.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { resumeMail } from '@/app/frame-actions';
import { OfficeWorkLists } from '@/components/office/office-work';
import { StoppedAddresses } from '@/components/office/stopped-addresses';
import { Alert } from '@/components/ui/alert';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { countWork, listStopped } from '@/lib/mailing/office/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';

const path = '/segreteria/posta/indirizzi';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.stopped'))('title') };
}

export default async function StoppedAddressesPage({ searchParams }: { searchParams: PageQuery }) {
  const { stopped, work, now } = await readPage(path, async (ctx) => ({
    stopped: await listStopped(ctx),
    work: await countWork(ctx),
    now: ctx.now,
  }));
  const [t, mail, query] = await Promise.all([
    getTranslations('office.stopped'),
    getTranslations('office.mail'),
    searchParams,
  ]);
  const wrong = await refusalWords(queryValue(query.avviso));
  return (
    <Stack>
      <PageHead
        title={t('title')}
        crumbs={[{ label: mail('title'), href: '/segreteria/posta' }, { label: t('title') }]}
        line={t('line')}
      />
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {!wrong && queryValue(query.fatto) ? <Alert kind="good" title={t('resumed')} /> : null}
      <OfficeWorkLists work={work} current="stopped" />
      {stopped.length === 0 ? (
        <EmptyState>{t('none')}</EmptyState>
      ) : (
        <StoppedAddresses stopped={stopped} now={now} resume={resumeMail} back={`${path}?fatto=1`} />
      )}
    </Stack>
  );
}
