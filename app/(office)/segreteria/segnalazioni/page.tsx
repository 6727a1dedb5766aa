// The secretariat's reports: posts somebody asks to look at, each with its decision.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Reports } from '@/components/office/reports';
import { LinkButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { PageHead } from '@/components/ui/page-head';
import { listOpenReports } from '@/lib/forum/reports/queries';
import { readPage } from '@/lib/web/read-page';
import { decide } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.reports'))('title') };
}

export default async function ReportsPage() {
  const { reports, now } = await readPage('/segreteria/segnalazioni', async (ctx) => ({
    reports: await listOpenReports(ctx),
    now: ctx.now,
  }));
  const t = await getTranslations('office.reports');
  return (
    <>
      <PageHead
        title={t('count', { count: reports.length })}
        line={t('line')}
        action={
          <LinkButton kind="secondary" icon="download" href="/segreteria/segnalazioni/registro">
            {t('log')}
          </LinkButton>
        }
      />
      <ClientWords rooms={['office', 'writing']}>
        <Reports reports={reports} now={now} decide={decide} />
      </ClientWords>
    </>
  );
}
