// The frame around every page, put together from what the front desk knows about who is reading.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Footer, type FooterLink } from '@/components/ui/footer';
import { Header } from '@/components/ui/header';
import { Kept } from '@/components/ui/kept';
import { Stack } from '@/components/ui/layout';
import { Navbar, type NavItem } from '@/components/ui/navbar';
import { Page } from '@/components/ui/page';
import { SkipLinks } from '@/components/ui/skip-links';
import { type Account, SlimHeader, type SlimHeaderProps } from '@/components/ui/slim-header';
import { WrittenOnce } from '@/components/ui/written';
import type { Actor, Seat } from '@/lib/core/actor';
import { currentPlaces } from './current-places';

export type FrameActions = Pick<SlimHeaderProps, 'setLanguage' | 'switchSeat' | 'signOut'>;

export type FrameProps = {
  actor: Actor;
  locale: SlimHeaderProps['locale'];
  /** Path and query of the page, from the server in front. */
  path: string;
  /** Whether a whole page is asked for. */
  whole: boolean;
  signInHref: string;
  navigation: readonly Omit<NavItem, 'current'>[];
  accountLinks: Account['links'];
  footerLinks?: readonly FooterLink[];
  printNote: string;
  actions: FrameActions;
  /** What must be seen on every page before anything else. */
  notice?: ReactNode;
  children: ReactNode;
};

/** Knows nothing of sessions or tables: everything comes as props, deeds as actions. */
export function Frame({ actor, locale, path, signInHref, accountLinks, actions, ...rest }: FrameProps) {
  const t = useTranslations('frame.roles');
  const choice = (seat: Seat) => ({
    id: seat.id,
    organization: seat.organization.name,
    role: t(seat.role),
  });
  const account: Account | null =
    actor.kind === 'member'
      ? { name: actor.name, seat: choice(actor.seat), seats: actor.seats.map(choice), links: accountLinks }
      : null;
  const places = currentPlaces(path, rest.navigation);
  const query = searched(path);
  return (
    <>
      <SkipLinks hasNavigation={places.length > 0} />
      <WrittenOnce as="header" whole={rest.whole}>
        <Kept part="slim" locale={locale} of={account} holes={{ path, signInHref }}>
          {(holes) => (
            <SlimHeader
              locale={locale}
              path={holes.path}
              signInHref={holes.signInHref}
              account={account}
              {...actions}
            />
          )}
        </Kept>
        <Kept part="head" locale={locale} of={[query, places]}>
          {() => (
            <>
              <Header query={query} />
              <Navbar items={places} />
            </>
          )}
        </Kept>
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
        <Kept part="foot" locale={locale} of={[rest.footerLinks, places.length > 0]}>
          {() => <Footer links={rest.footerLinks} hasBottomBar={places.length > 0} />}
        </Kept>
      </WrittenOnce>
    </>
  );
}

/** What stands in the search box: the query of the search page, nothing elsewhere. */
function searched(path: string): string | undefined {
  const url = new URL(path, 'http://localhost');
  return url.pathname === '/cerca' ? (url.searchParams.get('q') ?? undefined) : undefined;
}
