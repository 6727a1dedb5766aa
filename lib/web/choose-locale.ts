// Which of the languages we speak suits a reader best.
import { type Locale, locales } from '@/db/words';
import { preferredLanguage } from './preferred-language.mjs';

/** Whether a word from outside is a language we speak. */
export const isLocale = (value: string | undefined | null): value is Locale =>
  locales.some((locale) => locale === value);

/** A person's own choice goes before what their browser says. */
export function chooseLocale(
  person: Locale | null,
  cookie: string | undefined,
  accepted: string | null,
): Locale {
  return person ?? preferredLanguage(locales, cookie, accepted);
}
