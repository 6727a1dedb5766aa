// One caught mail: as plain text with its links, its headers folded away.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkedText } from '@/components/mail/linked-text';
import { LinkButton } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Facts } from '@/components/ui/facts';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { env } from '@/lib/env';
import { catcherFolder, readCaught } from '@/lib/platform/mail/caught';
import { demandEmbedded } from '@/lib/web/demand-embedded';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dev.post');
  return { title: t('title') };
}

export default async function CaughtMail({ params }: Props) {
  demandEmbedded();
  const t = await getTranslations('dev.post');
  const { id } = await params;
  const mail = await readCaught(catcherFolder(env().dataDir), id);
  if (!mail) notFound();
  const subject = mail.subject || t('noSubject');
  const action = mail.html ? (
    <LinkButton kind="secondary" href={`/dev/posta/${id}/html`}>
      {t('html')}
    </LinkButton>
  ) : null;
  return (
    <Stack>
      <PageHead
        title={subject}
        crumbs={[{ label: t('title'), href: '/dev/posta' }, { label: subject }]}
        action={action}
      />
      <Facts
        facts={[
          { label: t('fromLabel'), value: mail.from },
          { label: t('toLabel'), value: mail.to },
          { label: t('dateLabel'), value: <Time at={mail.date} now={new Date()} /> },
        ]}
      />
      <LinkedText text={mail.text} />
      <Details summary={t('headers')}>
        <LinkedText text={mail.headers.map(({ key, value }) => `${key}: ${value}`).join('\n')} />
      </Details>
    </Stack>
  );
}
