// Jobs that were given up, each to be tried again by a button.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Said } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { DeadJob } from '@/lib/mailing/office/model';

type DeadJobsProps = {
  jobs: readonly DeadJob[];
  now: Date;
  /** Gets `job` and `back`. */
  retry: FormAction;
  back: string;
};

/** Tasks that have words of their own; the keys of messages hold no dots. */
const named = [
  'mail-send',
  'mail-deliver',
  'mail-deliver-digest',
  'mail-decide',
  'mail-event',
  'fact',
  'reaction',
] as const;

/** The newest failure first. */
export function DeadJobs({ jobs, now, retry, back }: DeadJobsProps) {
  const t = useTranslations('office.jobs');
  if (jobs.length === 0) return <EmptyState>{t('none')}</EmptyState>;
  const keys = ['what', 'failed', 'attempts', 'error', 'act'] as const;
  const wordsOf = ({ task, about }: DeadJob) => {
    const known = named.find((name) => name === task.replaceAll('.', '-'));
    const words = known ? t(`tasks.${known}`) : t('tasks.other', { task });
    return about ? `${words} (${about})` : words;
  };
  return (
    <Table
      caption={t('caption')}
      columns={keys.map((key) => ({ key, label: t(key), number: key === 'attempts' }))}
      rows={jobs.map((job) => ({
        key: job.id,
        cells: {
          what: wordsOf(job),
          failed: <Time at={job.failedAt} now={now} />,
          attempts: job.attempts,
          error: <Said>{job.error}</Said>,
          act: (
            <PostButton
              action={retry}
              fields={{ job: job.id, back }}
              kind="secondary"
              small
              label={t('retryLabel', { what: wordsOf(job) })}
            >
              {t('retry')}
            </PostButton>
          ),
        },
      }))}
    />
  );
}
