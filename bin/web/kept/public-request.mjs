// Which requests a finished page may answer: those of nobody in particular, for a page everybody sees the same.
import { preferredLanguage } from '../../../lib/web/preferred-language.mjs';

/** As `locales` in db/words.ts; a test holds the two together. */
export const languages = /** @type {const} */ (['it', 'en']);
const languageCookie = 'lingua';
/** The cookie of next-auth, also where it is cut into parts, over TLS or not. */
const sessionCookie = /(?:^|[;,\s])(?:__Secure-|__Host-)?authjs\.session-token/i;
const longestAddress = 512;

const publicPage =
  /^\/(?:forum(?:\/[^/]+(?:\/\d[^/]*)?)?|enti(?:\/[^/]+)?|privacy|note-legali|accessibilita)?$/;
/** What only decides which part of a page is shown; everything else is asked of Next. */
const publicQuery = new Set(['pagina', 'filtro', 'etichetta', 'm']);
/** With these, Next answers with something else than the page, or the answer is for one visitor. */
const apart = [
  'authorization',
  'rsc',
  'next-action',
  'next-router-prefetch',
  'next-router-state-tree',
  'range',
];

/**
 * @param {Pick<import('node:http').IncomingMessage, 'method' | 'url' | 'headers'>} request
 * @returns {{ path: string, language: string, key: string } | undefined} undefined: this one is for Next
 */
export function publicRequest({ method, url = '', headers }) {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (url.length > longestAddress || !isPublicAddress(url)) return undefined;
  const { cookie = '' } = headers;
  if (sessionCookie.test(cookie) || apart.some((name) => name in headers)) return undefined;
  const language = preferredLanguage(languages, languageIn(cookie), headers['accept-language']);
  return { path: url, language, key: `${language} ${url}` };
}

/** @param {string} url */
function isPublicAddress(url) {
  const mark = url.indexOf('?');
  if (mark === -1) return publicPage.test(url);
  if (!publicPage.test(url.slice(0, mark))) return false;
  return [...new URLSearchParams(url.slice(mark)).keys()].every((name) => publicQuery.has(name));
}

/** @param {string} cookies */
function languageIn(cookies) {
  if (cookies === '') return undefined;
  const found = cookies.split(';').find((pair) => pair.trim().startsWith(`${languageCookie}=`));
  return found?.split('=')[1]?.trim();
}
