// What was done about a mail, by whom, when.
import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { Timeline } from '@/components/ui/timeline';
import { type MailStep, mailReason } from '@/lib/mailing/office/model';

/** A reason somebody typed stands as typed; one of the house in words. */
export function MailSteps({
  steps,
  receivedAt,
  now,
}: {
  steps: readonly MailStep[];
  receivedAt: Date;
  now: Date;
}) {
  const t = useTranslations('office.mail');
  return (
    <Section title={t('history')}>
      <Timeline
        label={t('history')}
        items={[
          { key: 'received', when: <Time at={receivedAt} now={now} />, title: t('steps.received') },
          ...steps.map((step, index) => ({
            key: `${step.kind}-${index}`,
            when: <Time at={step.at} now={now} />,
            title: t(`steps.${step.kind}`, { name: step.by ?? t('commandLine') }),
            text:
              step.kind === 'answered' ? t(`reasons.${mailReason(step.reason)}`) : (step.reason ?? undefined),
          })),
        ]}
      />
    </Section>
  );
}
