// The document around every page: language, styles, frame.
import '@/components/ui/styles/main.scss';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Frame } from '@/components/frame/frame';
import { StoppedNotice } from '@/components/frame/stopped-notice';
import { SearchSuggestions } from '@/components/search/search-suggestions';
import { dateWords } from '@/lib/core/time';
import { env } from '@/lib/env';
import { countUnreadNotifications } from '@/lib/forum/notifications/queries';
import { findOwnStop } from '@/lib/mailing/bouncing/queries';
import { currentActor, currentContext, currentVisitor } from '@/lib/web/context';
import { signInAddress } from '@/lib/web/gate';
import { isWholePage } from '@/lib/web/is-whole-page';
import { resumeMail, setLanguage, signOut, switchSeat } from './frame-actions';
import { developmentPlaces, placesFor } from './navigation';

/** Pages give their own title; the network's name follows it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return {
    title: { default: t('title'), template: `%s · ${t('title')}` },
    description: t('description'),
    icons: { icon: '/icon.svg' },
  };
}

/** Rendered for each request: who reads, in which language, at which address (from the server in front). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [actor, locale, t, requested, whole] = await Promise.all([
    currentActor(),
    getLocale(),
    getTranslations('frame'),
    headers(),
    isWholePage(),
  ]);
  const [ctx, { hasNews, hasStop }] = await Promise.all([currentContext(), currentVisitor()]);
  const [unread, stop] = await Promise.all([
    hasNews ? countUnreadNotifications(ctx) : 0,
    hasStop ? findOwnStop(ctx) : null,
  ]);
  const path = requested.get('x-path') ?? '/';
  const { publicUrl, embedded } = env();
  const address = `${publicUrl}${path}`;
  return (
    <html lang={locale}>
      <body>
        <Frame
          actor={actor}
          locale={locale}
          path={path}
          whole={whole}
          signInHref={signInAddress(path)}
          navigation={placesFor(actor)}
          unread={unread}
          footerLinks={embedded ? developmentPlaces : []}
          printNote={
            actor.kind === 'member'
              ? t('printed', { address, date: dateWords(ctx.now, new Date(0), locale).full })
              : address
          }
          actions={{ setLanguage, switchSeat, signOut }}
          notice={stop ? <StoppedNotice stop={stop} action={resumeMail} back={path} /> : null}
        >
          {children}
        </Frame>
        <SearchSuggestions />
      </body>
    </html>
  );
}
