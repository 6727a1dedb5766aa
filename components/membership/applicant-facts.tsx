// Who applied, and whom they propose.
import { useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import type { ApplicationView } from '@/lib/membership/applying/model';

/** For the secretariat; only what was said. */
export function ApplicantFacts({ application, now }: { application: ApplicationView; now: Date }) {
  const t = useTranslations('adhesion');
  const { contact, email, openedAt, sentAt, purpose } = application;
  const person = (name: string, address: string, phone: string, office = '') => (
    <>
      {[name, office, phone].filter(Boolean).join(' · ')}{' '}
      {address ? <a href={`mailto:${address}`}>{address}</a> : null}
    </>
  );
  const facts = [
    { label: t('applicant.purpose'), value: t(`applicant.purposes.${purpose}`) },
    { label: t('applicant.email'), value: <a href={`mailto:${email}`}>{email}</a> },
    contact.contactName && {
      label: t('contact.contact'),
      value: person(contact.contactName, '', contact.contactPhone, contact.contactOffice),
    },
    contact.referentName && {
      label: t('contact.referent'),
      value: person(contact.referentName, contact.referentEmail, contact.referentPhone),
    },
    { label: t('applicant.opened'), value: <Time at={openedAt} now={now} /> },
    sentAt && { label: t('applicant.sent'), value: <Time at={sentAt} now={now} /> },
  ];
  return (
    <Section title={t('applicant.title')}>
      <Facts facts={facts.filter((fact) => typeof fact === 'object' && fact !== null)} />
    </Section>
  );
}
