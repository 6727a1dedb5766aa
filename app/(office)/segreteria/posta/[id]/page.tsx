// One mail for the secretariat: facts at the left, the decision at the right, what was done below.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { DecisionSaid } from '@/app/(office)/segreteria/posta/decision-said';
import { MailDecision } from '@/components/office/mail-decision';
import { MailFacts } from '@/components/office/mail-facts';
import { MailSource, MailText } from '@/components/office/mail-source';
import { MailSteps } from '@/components/office/mail-steps';
import { LinkButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { Columns, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { findDecisions, findOfficeMail, listMailSteps } from '@/lib/mailing/office/queries';
import { readWords } from '@/lib/mailing/reading/read-words';
import type { PageQuery } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refuse, release, replay } from '../actions';

type Props = { params: Promise<{ id: string }>; searchParams: PageQuery };

const read = cache((id: string) =>
  readPage(`/segreteria/posta/${id}`, async (ctx) => {
    const mail = await findOfficeMail(ctx, id);
    const [steps, open] = await Promise.all([listMailSteps(ctx, mail.id), findDecisions(ctx, mail.id)]);
    return { mail, steps, open, now: ctx.now };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { mail } = await read((await params).id);
  return { title: mail.subject || (await getTranslations('office.mail'))('noSubject') };
}

export default async function StoredMailPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { mail, steps, open, now } = await read(id);
  const t = await getTranslations('office.mail');
  const subject = mail.subject || t('noSubject');
  const text = await readWords(mail.raw, mail.receivedAt);
  return (
    <Stack gap="large">
      <PageHead
        title={subject}
        crumbs={[{ label: t('title'), href: '/segreteria/posta' }, { label: subject }]}
        action={
          <LinkButton kind="secondary" icon="download" href={`/segreteria/posta/${id}/originale`}>
            {t('download')}
          </LinkButton>
        }
      />
      <DecisionSaid query={await searchParams} />
      <Columns
        railLabel={t('decision')}
        rail={
          <ClientWords rooms={['office', 'writing', 'forum']}>
            <MailDecision
              mail={mail.id}
              open={open}
              actions={{ release, refuse, replay }}
              page={`/segreteria/posta/${id}`}
            />
          </ClientWords>
        }
      >
        <Stack gap="large">
          <MailFacts mail={mail} now={now} />
          <MailText text={text} />
        </Stack>
      </Columns>
      <MailSteps steps={steps} receivedAt={mail.receivedAt} now={now} />
      <MailSource raw={mail.raw} size={mail.size} />
    </Stack>
  );
}
