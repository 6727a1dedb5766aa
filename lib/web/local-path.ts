// Where a form or a link may lead back to: only a path of this site.

/** Anything that is no path of this site (another host, a scheme, a control character) becomes "/". */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, base)) return '/';
  const url = new URL(value, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/';
}

const base = 'http://site.invalid';
