// A person's own page: what the others see of them, and where they are signed in.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { signOut } from '@/app/frame-actions';
import { AddressForm } from '@/components/profile/address-form';
import { FeedAddress } from '@/components/profile/feed-address';
import { HolidayForm } from '@/components/profile/holiday-form';
import { ProfileForm } from '@/components/profile/profile-form';
import { SessionTable } from '@/components/profile/session-table';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { Facts } from '@/components/ui/facts';
import { Columns, Line, Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { feedWordOf } from '@/lib/auth/model';
import { env } from '@/lib/env';
import { feedPath } from '@/lib/forum/feeds/model';
import { findProfile } from '@/lib/people/queries';
import { currentVisitor } from '@/lib/web/context';
import { demandMember } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { endOwnSession, makeFeedAddress, revokeFeedAddress, saveHoliday, saveProfile } from './actions';
import { askForAddress } from './indirizzo/actions';

/** What the address says of the address one signs in with. */
const tellings = [
  { value: 'inviato', word: 'sent' },
  { value: 'cambiato', word: 'changed' },
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.page');
  return { title: t('title') };
}

export default async function ProfilePage({ searchParams }: { searchParams: PageQuery }) {
  const ctx = await demandMember('/profilo');
  const { sessionId, feed } = await currentVisitor();
  const [profile, t, role] = await Promise.all([
    findProfile(ctx, sessionId),
    getTranslations('profile.page'),
    getTranslations('frame.roles'),
  ]);
  const away = await getTranslations('profile.holiday');
  const feeds = await getTranslations('profile.feeds');
  const address = await getTranslations('profile.address');
  const word = feed && feedWordOf(feed, env().authSecret);
  const query = await searchParams;
  const told = tellings.find(({ value }) => value === queryValue(query.indirizzo));
  const isSaved = queryValue(query.salvato) === '1';
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
          <Line>
            <LinkButton kind="secondary" href="/profilo/posta">
              {t('mail')}
            </LinkButton>
            <LinkButton kind="secondary" href="/profilo/ricerche">
              {t('searches')}
            </LinkButton>
            <LinkButton kind="secondary" href="/profilo/secondo-fattore">
              {t('factor')}
            </LinkButton>
          </Line>
        }
      />
      {isSaved ? <Alert kind="good" title={t('saved')} /> : null}
      {told ? <Alert kind="good" title={address(told.word)} /> : null}
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
      <Section title={address('title')} id="indirizzo">
        <p>{address('line')}</p>
        <ClientWords rooms={['profile.address']}>
          <AddressForm action={askForAddress} />
        </ClientWords>
      </Section>
      <Section title={feeds('title')} id="feed">
        <p>{feeds('line')}</p>
        <FeedAddress
          address={word && env().publicUrl + feedPath(word, 'seguite')}
          make={makeFeedAddress}
          revoke={revokeFeedAddress}
        />
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
