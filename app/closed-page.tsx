// What the not-found and the forbidden page share: their words by room, and the number under which the log has the request.
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { ClosedPage, type ClosedRoom } from '@/components/frame/closed-page';
import { Kept } from '@/components/ui/kept';
import { Written } from '@/components/ui/written';

/** @param room whose words are said @param given the number of another request than this one */
export async function closedPage(room: ClosedRoom, given?: string) {
  const [locale, requested] = await Promise.all([getLocale(), headers()]);
  const code = given ?? requested.get('x-correlation-id') ?? '';
  // Next writes both beside every page, in case: as strings that are kept they cost little.
  return (
    <Written>
      <Kept part={room} locale={locale} of={code === ''} holes={{ code }}>
        {(holes) => <ClosedPage room={room} code={code && holes.code} />}
      </Kept>
    </Written>
  );
}
