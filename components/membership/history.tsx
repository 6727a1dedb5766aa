// The history of an adhesion, step after step.
import { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';
import { Timeline } from '@/components/ui/timeline';
import type { StepView } from '@/lib/membership/model';
import { useDays } from './use-days';

/** Newest first; `now` is the page's. */
export function History({ steps, now }: { steps: readonly StepView[]; now: Date }) {
  const t = useTranslations('adhesion');
  return (
    <Timeline
      label={t('history.label')}
      items={steps.toReversed().map((step) => ({
        key: step.id,
        when: <Time at={new Date(`${step.takenOn}T12:00:00Z`)} now={now} dayOnly />,
        title: t(`deeds.${step.deed}`),
        text: <StepText step={step} />,
      }))}
    />
  );
}

function StepText({ step }: { step: StepView }) {
  const t = useTranslations('adhesion');
  const day = useDays();
  const { act, reason, termOn, into, by } = step;
  const lines = [
    act &&
      t('history.act', {
        organ: t(`organs.${act.organ}`),
        number: act.number,
        year: act.year,
        day: day(act.sessionOn),
      }),
    reason && t('history.reason', { reason }),
    termOn && t(step.deed === 'withdraw' ? 'history.endsOn' : 'history.term', { day: day(termOn) }),
    into && t('history.into', { name: into.name }),
    by && (by.organization ? t('history.by', { name: by.name, organization: by.organization }) : by.name),
  ].filter((line): line is string => Boolean(line));
  return (
    <>
      {lines.map((line, index) => (
        <span key={line}>
          {index > 0 ? <br /> : null}
          {line}
        </span>
      ))}
    </>
  );
}
