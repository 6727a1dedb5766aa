'use client';
// Reported posts: what they say, why they were reported, and the decision.
import { useTranslations } from 'next-intl';
import { ReasonForm, useDeed } from '@/components/forum/reason-form';
import { EmptyState } from '@/components/ui/empty-state';
import { RadioField } from '@/components/ui/field';
import { Section, Stack } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { type FormDeed, untouched } from '@/lib/core/form-state';
import { postAddress } from '@/lib/forum/model';
import type { ReportView } from '@/lib/forum/reports/model';

const page = '/segreteria/segnalazioni';

type ReportsProps = { reports: readonly ReportView[]; now: Date; decide: FormDeed };

/** Oldest first, as they came. */
export function Reports({ reports, now, decide }: ReportsProps) {
  const t = useTranslations('office.reports');
  const deed = useDeed(decide, page);
  if (reports.length === 0) return <EmptyState>{t('none')}</EmptyState>;
  return (
    <Stack gap="large">
      {reports.map((report) => (
        <OneReport key={report.id} report={report} now={now} deed={deed} />
      ))}
    </Stack>
  );
}

type OneReportProps = { report: ReportView; now: Date; deed: ReturnType<typeof useDeed> };

/** What came back belongs to the form that was sent. */
function OneReport({ report, now, deed }: OneReportProps) {
  const t = useTranslations('office.reports');
  const { id, post, thread, by, at, reason } = report;
  const state = deed.state.values.report === id ? deed.state : untouched;
  const decisions = (['kept', 'hidden'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <Section title={thread.areaSlug === null ? t('elsewhere') : thread.title}>
      {thread.areaSlug === null ? (
        <p>{t('elsewhereLine', { number: post.number, thread: thread.number })}</p>
      ) : (
        <p>
          <a href={postAddress({ ...thread, areaSlug: thread.areaSlug }, post.number)}>
            {t('of', { number: post.number, name: post.author.name })}
          </a>
          : {post.opening}
        </p>
      )}
      <p>
        {t('by', { name: by.name })}, <Time at={at} now={now} />: {reason}
      </p>
      <ReasonForm
        state={state}
        submit={deed.submit}
        fields={{ report: id, back: page }}
        id={`report-${id}`}
        label={t('note')}
        hint={t('noteHint')}
        button={t('decide')}
      >
        <RadioField
          id={`decision-${id}`}
          name="decision"
          label={t('decision')}
          choices={decisions}
          defaultValue={state.values.decision ?? 'kept'}
        />
      </ReasonForm>
    </Section>
  );
}
