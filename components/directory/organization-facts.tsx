// What is public of an organisation, and the mailboxes members see.
import { useFormatter, useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import type { OrganizationView } from '@/lib/people/model';

/** Only what is known: a fact without a value is left out. */
export function OrganizationFacts({ organization }: { organization: OrganizationView }) {
  const t = useTranslations('directory');
  const day = useDay();
  const { kind, status, province, joinedOn, website, mailboxes, mandates } = organization;
  const facts = [
    { label: t('columns.kind'), value: t(`kinds.${kind}`) },
    { label: t('columns.status'), value: t(`statuses.${status}`) },
    province && { label: t('columns.province'), value: province },
    joinedOn && { label: t('columns.joined'), value: day(joinedOn) },
    website && { label: t('website'), value: <a href={website}>{website}</a> },
    ...mandates.map(({ startedOn, endedOn }) => ({
      label: t('mandate'),
      value: endedOn
        ? t('mandateOver', { from: day(startedOn), until: day(endedOn) })
        : t('mandateSince', { from: day(startedOn) }),
    })),
    ...(mailboxes ?? []).map((box) => ({
      label: t(`mailboxes.${box.kind}`),
      value: <a href={`mailto:${box.email}`}>{box.email}</a>,
    })),
  ];
  return <Facts facts={facts.filter((fact) => typeof fact === 'object' && fact !== null)} />;
}

/** A day without an hour belongs to no time zone. */
function useDay(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(`${iso}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
}
