// Mails as a list: about what, from whom, what became of each and why.
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { mailReason, type OfficeMailRow } from '@/lib/mailing/office/model';

/** Each row leads to the mail; one that is held waits for the reader. */
export function MailRows({ mails, now }: { mails: readonly OfficeMailRow[]; now: Date }) {
  const t = useTranslations('office.mail');
  if (mails.length === 0) return <EmptyState>{t('none')}</EmptyState>;
  return (
    <Rows label={t('title')}>
      {mails.map((mail) => (
        <Row
          key={mail.id}
          href={`/segreteria/posta/${mail.id}`}
          title={mail.subject || t('noSubject')}
          badges={
            <Badge kind={mail.outcome === 'held' ? 'needs' : 'plain'}>{t(`outcomes.${mail.outcome}`)}</Badge>
          }
          line={mail.sender ?? t('noSender')}
          excerpt={mail.reason ? t(`reasons.${mailReason(mail.reason)}`) : null}
          aside={<Time at={mail.receivedAt} now={now} />}
        />
      ))}
    </Rows>
  );
}
