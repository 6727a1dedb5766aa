// Which of the languages we speak suits a reader best.
import { type Locale, locales } from '@/db/words';

/** Whether a word from outside is a language we speak. */
export const isLocale = (value: string | undefined | null): value is Locale =>
  locales.some((locale) => locale === value);

/** @param accepted an Accept-Language header (RFC 9110 §12.5.4); weights decide, then the order written */
export function chooseLocale(
  person: Locale | null,
  cookie: string | undefined,
  accepted: string | null,
): Locale {
  if (person) return person;
  if (isLocale(cookie)) return cookie;
  return preferred(accepted ?? '') ?? 'it';
}

function preferred(header: string): Locale | undefined {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split('-')[0], weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language)
    .find(isLocale);
}
