// What is known of one mail: who, when, by which door, what was checked, what became of it.
import { useFormatter, useTranslations } from 'next-intl';
import { type Fact, Facts } from '@/components/ui/facts';
import { Time } from '@/components/ui/time';
import { postAddress } from '@/lib/forum/model';
import { mailReason, type OfficeMail } from '@/lib/mailing/office/model';

/** Only what is known: the rest is left out. */
export function MailFacts({ mail, now }: { mail: OfficeMail; now: Date }) {
  const t = useTranslations('office.mail');
  const format = useFormatter();
  const { authentication: checked, area, post } = mail;
  const { via, leftOut, kinds } = noted(mail.detail);
  const facts: (Fact | null)[] = [
    { label: t('outcome'), value: t(`outcomes.${mail.outcome}`) },
    mail.reason ? { label: t('why'), value: t(`reasons.${mailReason(mail.reason)}`) } : null,
    { label: t('from'), value: mail.sender ?? t('noSender') },
    mail.envelopeTo.length > 0 ? { label: t('to'), value: mail.envelopeTo.join(', ') } : null,
    mail.envelopeFrom !== null ? { label: t('returnPath'), value: mail.envelopeFrom || t('nullPath') } : null,
    mail.sentAt ? { label: t('sent'), value: <Time at={mail.sentAt} now={now} /> } : null,
    { label: t('received'), value: <Time at={mail.receivedAt} now={now} /> },
    { label: t('door'), value: t(`doors.${mail.door}`) },
    checked ? { label: t('checked'), value: checks(checked) } : null,
    area ? { label: t('area'), value: <a href={`/forum/${area.slug}`}>{area.name}</a> } : null,
    post ? { label: t('post'), value: <a href={postAddress(post, post.post)}>{t('readPost')}</a> } : null,
    via ? { label: t('foundBy'), value: t(`via.${via}`) } : null,
    leftOut > 0 ? { label: t('leftOut'), value: t('files', { count: leftOut }) } : null,
    kinds ? { label: t('kinds'), value: kinds } : null,
    { label: t('size'), value: t('bytes', { count: format.number(mail.size) }) },
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}

/** In the words of RFC 8601, which whoever looks into them knows. */
function checks({ spf, dkim, dmarc, remote }: NonNullable<OfficeMail['authentication']>): string {
  const results = Object.entries({ SPF: spf, DKIM: dkim, DMARC: dmarc })
    .filter(([, result]) => result)
    .map(([name, result]) => `${name} ${result}`);
  return [...results, ...(remote ? [remote] : [])].join(' · ');
}

const ways = ['token', 'in-reply-to', 'references', 'root', 'subject'] as const;

/** What the house wrote down while it decided; anything else in there is for programs. */
function noted({ via, leftOut, kinds }: OfficeMail['detail']) {
  return {
    via: ways.find((way) => way === via),
    leftOut: Array.isArray(leftOut) ? leftOut.length : 0,
    kinds: Array.isArray(kinds) ? kinds.join(', ') : '',
  };
}
