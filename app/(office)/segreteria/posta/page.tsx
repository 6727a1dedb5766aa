// The secretariat's post: mails that wait for a decision.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeldMails } from '@/components/office/held-mails';
import { LinkButton } from '@/components/ui/button';
import { Line } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { listHeldMails } from '@/lib/mailing/queries';
import { readPage } from '@/lib/web/read-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.mail'))('title') };
}

export default async function OfficeMailPage() {
  const t = await getTranslations('office.mail');
  const reports = await getTranslations('office.reports');
  const tags = await getTranslations('office.tags');
  const { mails, total, now } = await readPage('/segreteria/posta', async (ctx) => ({
    ...(await listHeldMails(ctx)),
    now: ctx.now,
  }));
  return (
    <>
      <PageHead
        title={t('held', { count: total })}
        line={t('line')}
        action={
          <Line>
            <LinkButton kind="secondary" href="/segreteria/segnalazioni">
              {reports('title')}
            </LinkButton>
            <LinkButton kind="secondary" href="/segreteria/etichette">
              {tags('title')}
            </LinkButton>
          </Line>
        }
      />
      <HeldMails mails={mails} now={now} />
    </>
  );
}
