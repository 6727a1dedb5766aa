// Addresses to which nothing is sent, each to be resumed by a button.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Said } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { StoppedAddress } from '@/lib/mailing/office/model';

type StoppedAddressesProps = {
  stopped: readonly StoppedAddress[];
  now: Date;
  /** Gets `email` and `back`. */
  resume: FormAction;
  back: string;
};

/** What the other side said stands below our own words. */
export function StoppedAddresses({ stopped, now, resume, back }: StoppedAddressesProps) {
  const t = useTranslations('office.stopped');
  const keys = ['email', 'person', 'why', 'since', 'act'] as const;
  return (
    <Table
      caption={t('caption')}
      columns={keys.map((key) => ({ key, label: t(key) }))}
      rows={stopped.map(({ email, kind, stoppedAt, person, organizations, diagnostic }) => ({
        key: email,
        cells: {
          email: <Said>{email}</Said>,
          person: [person, ...organizations].filter(Boolean).join(', '),
          why: (
            <>
              {t(`kinds.${kind}`)}
              {diagnostic ? <Said>{`: ${diagnostic}`}</Said> : null}
            </>
          ),
          since: <Time at={stoppedAt} now={now} />,
          act: (
            <PostButton
              action={resume}
              fields={{ email, back }}
              kind="secondary"
              small
              label={t('resumeLabel', { email })}
            >
              {t('resume')}
            </PostButton>
          ),
        },
      }))}
    />
  );
}
