// The secretariat's post: every mail that came, those that wait for a decision first.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MailRows } from '@/components/office/mail-rows';
import { MailSearch } from '@/components/office/mail-search';
import { type OfficeList, OfficeWorkLists } from '@/components/office/office-work';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Line, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { pageCount } from '@/lib/forum/model';
import { type MailQuery, mailListAddress, mailQuery, mailsPerPage } from '@/lib/mailing/office/model';
import { countWork, searchMails } from '@/lib/mailing/office/queries';
import type { PageQuery } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.mail'))('title') };
}

export default async function OfficeMailPage({ searchParams }: { searchParams: PageQuery }) {
  const query = mailQuery.parse(await searchParams);
  const t = await getTranslations('office.mail');
  const security = await getTranslations('access.security');
  const adhesions = await getTranslations('adhesion.work');
  const reports = await getTranslations('office.reports');
  const tags = await getTranslations('office.tags');
  const synonyms = await getTranslations('office.synonyms');
  const limits = await getTranslations('office.seatLimits');
  const { mails, total, work, now } = await readPage(mailListAddress(query), async (ctx) => ({
    ...(await searchMails(ctx, query)),
    work: await countWork(ctx),
    now: ctx.now,
  }));
  const pages = pageCount(total, mailsPerPage);
  if (query.pagina > pages) redirect(mailListAddress({ ...query, pagina: pages }));
  const isAsked = mailListAddress({ ...query, pagina: 1 }) !== mailListAddress({});
  return (
    <Stack>
      <PageHead
        title={t('title')}
        line={t('line')}
        action={
          <Line>
            <LinkButton kind="secondary" href="/segreteria/adesioni">
              {adhesions('title')}
            </LinkButton>
            <LinkButton kind="secondary" href="/segreteria/sicurezza">
              {security('title')}
            </LinkButton>
            <LinkButton kind="secondary" href="/segreteria/segnalazioni">
              {reports('title')}
            </LinkButton>
            <LinkButton kind="secondary" href="/segreteria/etichette">
              {tags('title')}
            </LinkButton>
            <LinkButton kind="secondary" href="/segreteria/ricerca">
              {synonyms('title')}
            </LinkButton>
            <LinkButton kind="secondary" href="/segreteria/incarichi">
              {limits('title')}
            </LinkButton>
          </Line>
        }
      />
      <OfficeWorkLists work={work} current={listOf(query)} />
      <MailSearch query={query} />
      {mails.length === 0 && isAsked ? (
        <EmptyState>{t('noneAsked')}</EmptyState>
      ) : (
        <MailRows mails={mails} now={now} />
      )}
      <Pagination
        page={query.pagina}
        pages={pages}
        href={(pagina) => mailListAddress({ ...query, pagina })}
      />
    </Stack>
  );
}

function listOf({ esito, motivo }: MailQuery): OfficeList {
  if (esito === 'held' && !motivo) return 'held';
  return esito === 'bounce' && motivo === 'not-understood' ? 'unclear' : 'mails';
}
