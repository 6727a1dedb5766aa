// Where the link of a notice about a held mail leads: its text and two buttons, for whoever moderates the area.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { refuse, release } from '@/app/(office)/segreteria/posta/actions';
import { DecisionSaid } from '@/app/(office)/segreteria/posta/decision-said';
import { MailDecision } from '@/components/office/mail-decision';
import { MailFacts } from '@/components/office/mail-facts';
import { MailText } from '@/components/office/mail-source';
import { MailSteps } from '@/components/office/mail-steps';
import { ClientWords } from '@/components/ui/client-words';
import { Columns, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { findDecisions, findOfficeMail, listMailSteps } from '@/lib/mailing/office/queries';
import { readWords } from '@/lib/mailing/reading/read-words';
import { readSignedId } from '@/lib/mailing/tokens/read-signed-id';
import { demandMember } from '@/lib/web/gate';
import type { PageQuery } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';

type Props = { params: Promise<{ token: string }>; searchParams: PageQuery };

const addressOf = (token: string) => `/posta/trattenute/${token}`;

/** The link names the mail; who decides is asked all the same, since every decision has an author. */
const read = cache(async (token: string) => {
  await demandMember(addressOf(token));
  return readPage(addressOf(token), async (ctx) => {
    const mail = await findOfficeMail(ctx, readSignedId('held', token) ?? '');
    const [steps, open] = await Promise.all([listMailSteps(ctx, mail.id), findDecisions(ctx, mail.id)]);
    return { mail, steps, open, now: ctx.now };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await read((await params).token);
  return { title: (await getTranslations('office.held'))('title'), robots: { index: false } };
}

export default async function HeldMailPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { mail, steps, open, now } = await read(token);
  const [t, words] = await Promise.all([getTranslations('office.held'), getTranslations('office.mail')]);
  const text = await readWords(mail.raw, mail.receivedAt);
  return (
    <Stack gap="large">
      <PageHead title={mail.subject || words('noSubject')} line={open.decide ? t('line') : null} />
      <DecisionSaid query={await searchParams} />
      <Columns
        railLabel={words('decision')}
        rail={
          <ClientWords rooms={['office', 'writing', 'forum']}>
            <MailDecision
              mail={mail.id}
              open={{ ...open, replay: false }}
              actions={{ release, refuse }}
              page={addressOf(token)}
            />
          </ClientWords>
        }
      >
        <MailText text={text} />
      </Columns>
      <MailFacts mail={mail} now={now} />
      <MailSteps steps={steps} receivedAt={mail.receivedAt} now={now} />
    </Stack>
  );
}
