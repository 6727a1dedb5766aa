// Mails that wait: from whom, about what, why they wait.
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import type { MailRow } from '@/lib/mailing/model';
import { mailReason } from './mail-reason';

/** Each row leads to the mail as it came. */
export function HeldMails({ mails, now }: { mails: readonly MailRow[]; now: Date }) {
  const t = useTranslations('office.mail');
  if (mails.length === 0) return <EmptyState>{t('none')}</EmptyState>;
  return (
    <Rows label={t('title')}>
      {mails.map((mail) => (
        <Row
          key={mail.id}
          href={`/segreteria/posta/${mail.id}`}
          title={mail.subject || t('noSubject')}
          line={mail.sender ?? t('noSender')}
          excerpt={t(`reasons.${mailReason(mail.reason)}`)}
          aside={mail.sentAt ? <Time at={mail.sentAt} now={now} /> : null}
        />
      ))}
    </Rows>
  );
}
