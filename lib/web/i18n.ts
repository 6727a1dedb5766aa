// In which language a request is answered: the person's choice, else the cookie, else the browser's, else Italian.
import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { timeZone } from '@/lib/core/time';
import { messages } from '@/messages';
import { chooseLocale } from './choose-locale';
import { currentActor } from './context';

export const languageCookie = 'lingua';

export default getRequestConfig(async () => {
  const actor = await currentActor();
  const locale = chooseLocale(
    actor.kind === 'member' ? actor.locale : null,
    (await cookies()).get(languageCookie)?.value,
    (await headers()).get('accept-language'),
  );
  return { locale, messages: messages[locale], timeZone };
});
