// A person's own page: what the others see of them, and where they are signed in.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { signOut } from '@/app/frame-actions';
import { HolidayForm } from '@/components/profile/holiday-form';
import { ProfileForm } from '@/components/profile/profile-form';
import { SessionTable } from '@/components/profile/session-table';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { Facts } from '@/components/ui/facts';
import { Columns, Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { findProfile } from '@/lib/people/queries';
import { currentVisitor } from '@/lib/web/context';
import { demandMember } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { endOwnSession, saveHoliday, saveProfile } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.page');
  return { title: t('title') };
}

export default async function ProfilePage({ searchParams }: { searchParams: PageQuery }) {
  const ctx = await demandMember('/profilo');
  const { sessionId } = await currentVisitor();
  const [profile, t, role] = await Promise.all([
    findProfile(ctx, sessionId),
    getTranslations('profile.page'),
    getTranslations('frame.roles'),
  ]);
  const away = await getTranslations('profile.holiday');
  const isSaved = queryValue((await searchParams).salvato) === '1';
  const facts = [
    ...ctx.actor.seats.map((seat) => ({ label: seat.organization.name, value: role(seat.role) })),
    { label: t('addresses'), value: profile.addresses.join(', ') },
  ];
  return (
    <Stack gap="large">
      <PageHead
        title={t('title')}
        line={t('line')}
        action={
          <LinkButton kind="secondary" href="/profilo/posta">
            {t('mail')}
          </LinkButton>
        }
      />
      {isSaved ? <Alert kind="good" title={t('saved')} /> : null}
      <Columns rail={<Facts facts={facts} />} railLabel={t('seats')}>
        <ClientWords rooms={['profile']}>
          <ProfileForm action={saveProfile} profile={profile} />
        </ClientWords>
      </Columns>
      <Section title={away('title')} id="assenza">
        <p>{away('line')}</p>
        <ClientWords rooms={['profile']}>
          <HolidayForm action={saveHoliday} profile={profile} />
        </ClientWords>
      </Section>
      <Section title={t('sessions')} id="accessi">
        <p>{t('sessionsLine')}</p>
        <SessionTable
          sessions={profile.sessions}
          now={ctx.now}
          endSession={endOwnSession}
          signOut={signOut}
        />
      </Section>
    </Stack>
  );
}
