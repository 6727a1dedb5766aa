// Where a person is signed in: each device with its last visit, each to be closed from here.
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type FormAction, PostButton } from '@/components/ui/button';
import { SpokenOnly } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { SessionView } from '@/lib/people/model';
import { deviceOf } from './device-of';

type SessionTableProps = {
  sessions: readonly SessionView[];
  now: Date;
  /** Gets the field `sessione`. */
  endSession: FormAction;
  signOut: FormAction;
};

/** The session at hand is left by signing out, so that its cookie goes too. */
export function SessionTable({ sessions, now, endSession, signOut }: SessionTableProps) {
  const t = useTranslations('profile.sessions');
  const keys = ['device', 'seen', 'opened', 'ends', 'act'] as const;
  return (
    <Table
      caption={t('caption')}
      columns={keys.map((key) => ({ key, label: t(key) }))}
      rows={sessions.map((session) => ({
        key: session.id,
        cells: {
          device: <Device session={session} />,
          seen: <Time at={session.lastSeenAt} now={now} />,
          opened: <Time at={session.createdAt} now={now} />,
          ends: <Time at={session.expires} now={now} />,
          act: session.current ? (
            <PostButton kind="secondary" small action={signOut}>
              {t('signOut')}
            </PostButton>
          ) : (
            <PostButton kind="secondary" small action={endSession} fields={{ sessione: session.id }}>
              {t('end')} <SpokenOnly>{t('endWhich', { device: deviceWords(t, session) })}</SpokenOnly>
            </PostButton>
          ),
        },
      }))}
    />
  );
}

function Device({ session }: { session: SessionView }) {
  const t = useTranslations('profile.sessions');
  return (
    <>
      {deviceWords(t, session)} {session.current ? <Badge kind="good">{t('current')}</Badge> : null}{' '}
      {session.shared ? <Badge>{t('shared')}</Badge> : null}
    </>
  );
}

type Words = ReturnType<typeof useTranslations<'profile.sessions'>>;

function deviceWords(t: Words, { userAgent }: SessionView): string {
  const { browser, system } = deviceOf(userAgent);
  if (browser && system) return t('browserOn', { browser, system });
  return browser ?? system ?? t('unknownDevice');
}
