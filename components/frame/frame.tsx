// The frame around every page, put together from what the front desk knows about who is reading.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Footer } from '@/components/ui/footer';
import { Header } from '@/components/ui/header';
import type { IconName } from '@/components/ui/icon';
import { Kept } from '@/components/ui/kept';
import { Stack } from '@/components/ui/layout';
import { Navbar } from '@/components/ui/navbar';
import { Page } from '@/components/ui/page';
import { SkipLinks } from '@/components/ui/skip-links';
import { SlimHeader, type SlimHeaderProps } from '@/components/ui/slim-header';
import { WrittenOnce } from '@/components/ui/written';
import type { Actor, Seat } from '@/lib/core/actor';
import { currentPlaces } from './current-places';

export type FrameActions = Pick<SlimHeaderProps, 'setLanguage' | 'switchSeat' | 'signOut'>;

/** The words are keys of `frame.navigation` and `frame.footer`: what is kept is translated once. */
export type Place = {
  href: string;
  word: 'home' | 'today' | 'forum' | 'organizations' | 'office';
  icon: IconName;
};
type FootPlace = { href: string; word: 'bricks' | 'mail' };

export type FrameProps = {
  actor: Actor;
  locale: SlimHeaderProps['locale'];
  /** Path and query of the page, from the server in front. */
  path: string;
  /** Whether a whole page is asked for. */
  whole: boolean;
  signInHref: string;
  navigation: readonly Place[];
  /** How many notices wait at the place `today`. */
  unread: number;
  footerLinks: readonly FootPlace[];
  printNote: string;
  actions: FrameActions;
  /** What must be seen on every page before anything else. */
  notice?: ReactNode;
  children: ReactNode;
};

/** Knows nothing of sessions or tables: everything comes as props, deeds as actions. */
export function Frame({
  actor,
  locale,
  path,
  signInHref,
  actions,
  footerLinks,
  unread,
  ...rest
}: FrameProps) {
  const places = currentPlaces(path, rest.navigation);
  const hasPlaces = places.length > 0;
  const query = searched(path);
  return (
    <>
      <WrittenOnce whole={rest.whole}>
        <Kept part="skip" locale={locale} of={hasPlaces}>
          {() => <SkipLinks hasNavigation={hasPlaces} />}
        </Kept>
        <header>
          <Kept part="slim" locale={locale} of={actor} holes={{ path, signInHref }}>
            {(holes) => <Slim actor={actor} locale={locale} {...holes} {...actions} />}
          </Kept>
          <Kept part="head" locale={locale} of={[query, places, unread]}>
            {() => (
              <>
                <Header query={query} />
                <Places places={places} unread={unread} />
              </>
            )}
          </Kept>
        </header>
      </WrittenOnce>
      <Page printNote={rest.printNote}>
        {rest.notice ? (
          <Stack gap="large">
            {rest.notice}
            <div>{rest.children}</div>
          </Stack>
        ) : (
          rest.children
        )}
      </Page>
      <WrittenOnce whole={rest.whole}>
        <Kept part="foot" locale={locale} of={[footerLinks, hasPlaces]}>
          {() => <Foot links={footerLinks} hasPlaces={hasPlaces} />}
        </Kept>
      </WrittenOnce>
    </>
  );
}

function Slim({ actor, ...rest }: Omit<SlimHeaderProps, 'account'> & { actor: Actor }) {
  const t = useTranslations('frame');
  if (actor.kind !== 'member') return <SlimHeader account={null} {...rest} />;
  const choice = ({ id, organization, role }: Seat) => ({
    id,
    organization: organization.name,
    role: t(`roles.${role}`),
  });
  const links = [{ href: '/profilo', label: t('navigation.profile') }];
  const { name, seat, seats } = actor;
  return <SlimHeader account={{ name, seat: choice(seat), seats: seats.map(choice), links }} {...rest} />;
}

function Places({ places, unread }: { places: readonly (Place & { current: boolean })[]; unread: number }) {
  const t = useTranslations('frame.navigation');
  const items = places.map(({ word, ...place }) => ({
    ...place,
    label: t(word),
    count: word === 'today' && unread > 0 ? t('unread', { count: unread }) : undefined,
  }));
  return <Navbar items={items} />;
}

function Foot({ links, hasPlaces }: { links: readonly FootPlace[]; hasPlaces: boolean }) {
  const t = useTranslations('frame.footer');
  return (
    <Footer links={links.map(({ href, word }) => ({ href, label: t(word) }))} hasBottomBar={hasPlaces} />
  );
}

/** What stands in the search box: the query of the search page, nothing elsewhere. */
function searched(path: string): string | undefined {
  const url = new URL(path, 'http://localhost');
  return url.pathname === '/cerca' ? (url.searchParams.get('q') ?? undefined) : undefined;
}
