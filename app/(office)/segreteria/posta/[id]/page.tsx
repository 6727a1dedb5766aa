// One mail exactly as it came, for the secretariat.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { MailSource } from '@/components/office/mail-source';
import { LinkButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { findMail } from '@/lib/mailing/queries';
import { readPage } from '@/lib/web/read-page';

type Props = { params: Promise<{ id: string }> };

const read = cache((id: string) =>
  readPage(`/segreteria/posta/${id}`, async (ctx) => ({ mail: await findMail(ctx, id), now: ctx.now })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { mail } = await read((await params).id);
  return { title: mail.subject || (await getTranslations('office.mail'))('noSubject') };
}

export default async function StoredMailPage({ params }: Props) {
  const { id } = await params;
  const { mail, now } = await read(id);
  const t = await getTranslations('office.mail');
  const subject = mail.subject || t('noSubject');
  return (
    <>
      <PageHead
        title={subject}
        crumbs={[{ label: t('title'), href: '/segreteria/posta' }, { label: subject }]}
        line={t('rawLine')}
        action={<LinkButton href={`/segreteria/posta/${id}/originale`}>{t('download')}</LinkButton>}
      />
      <MailSource mail={mail} now={now} />
    </>
  );
}
