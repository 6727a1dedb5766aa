// Where to go after signing in: a page of this site, or the home.

const home = '/';
const longest = 2000;
/** Any origin serves: what leaves it when resolved was not a path of this site. */
const origin = 'http://raccordo.invalid';

/**
 * Only a same-site path survives: `https://…`, `//host` and `/\\host` lead home, so that a link of ours never carries
 * anyone elsewhere.
 */
export function sitePath(value: unknown): string {
  if (typeof value !== 'string' || value.length > longest || !value.startsWith('/')) return home;
  if (/^\/[/\\]/.test(value) || hasControl(value) || !URL.canParse(value, origin)) return home;
  const url = new URL(value, origin);
  if (url.origin !== origin || url.pathname.startsWith('//')) return home;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** As `sitePath`; the pages of signing in and addresses that are no reading matter lead home too. */
export function returnPath(value: unknown): string {
  const path = sitePath(value);
  return /^\/(accesso|api(?!\/(files|adesioni\/atti)\/))([/?#]|$)/.test(path) ? home : path;
}

function hasControl(value: string): boolean {
  return [...value].some((character) => character < ' ' || character === '\u007f');
}
