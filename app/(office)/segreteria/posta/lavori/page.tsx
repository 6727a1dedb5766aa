// Jobs that were given up: what, when, the last error, and a button that tries again.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeadJobs } from '@/components/office/dead-jobs';
import { OfficeWorkLists } from '@/components/office/office-work';
import { Alert } from '@/components/ui/alert';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { countWork, listDeadJobs } from '@/lib/mailing/office/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { tryJobAgain } from '../actions';

const path = '/segreteria/posta/lavori';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.jobs'))('title') };
}

export default async function DeadJobsPage({ searchParams }: { searchParams: PageQuery }) {
  const { jobs, work, now } = await readPage(path, async (ctx) => ({
    jobs: await listDeadJobs(ctx),
    work: await countWork(ctx),
    now: ctx.now,
  }));
  const [t, mail, query] = await Promise.all([
    getTranslations('office.jobs'),
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
      {!wrong && queryValue(query.fatto) ? <Alert kind="good" title={t('retried')} /> : null}
      <OfficeWorkLists work={work} current="dead" />
      <DeadJobs jobs={jobs} now={now} retry={tryJobAgain} back={`${path}?fatto=1`} />
    </Stack>
  );
}
