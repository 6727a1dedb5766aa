// Before every page: the security headers with a nonce for this answer, and a number by which it can be found in the log.
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';
import { securityHeaders } from '@/lib/web/security-headers';

/** Set by the server in front alone, for a page it keeps: one nonce for everybody would be worth nothing. */
const keptHeader = 'x-raccordo-kept';

/** Decides nothing about who may read what: pages and actions do. Hands the page its nonce, number and path. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = request.headers.has(keptHeader) ? null : crypto.randomUUID().replaceAll('-', '');
  const correlationId = crypto.randomUUID();
  const answered = securityHeaders({
    nonce,
    secure: env().publicUrl.startsWith('https:'),
    development: process.env.NODE_ENV === 'development',
  });
  const requested = new Headers(request.headers);
  requested.set('content-security-policy', answered['content-security-policy']);
  if (nonce) requested.set('x-nonce', nonce);
  requested.set('x-correlation-id', correlationId);
  requested.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const init = { request: { headers: requested } };
  const token = postedLink(request);
  const response = token
    ? NextResponse.rewrite(new URL(`/api/mail/unsubscribe/${token}`, request.url), init)
    : NextResponse.next(init);
  for (const [name, value] of Object.entries(answered)) response.headers.set(name, value);
  response.headers.set('x-correlation-id', correlationId);
  return response;
}

/**
 * A page and a handler cannot stand at one address, and the link of a mail must be both: shown when opened, obeyed when
 * posted to (RFC 8058). What a browser sends of the forms around every page stays with the page.
 */
function postedLink({ method, nextUrl, headers }: NextRequest): string | undefined {
  const isMultipart = headers.get('content-type')?.startsWith('multipart/form-data');
  if (method !== 'POST' || headers.has('next-action') || (isMultipart && headers.has('origin'))) return;
  return /^\/posta\/([a-z2-7]{42})$/i.exec(nextUrl.pathname)?.[1];
}

/** Not before static files, nor a mail's own HTML, nor streaming uploads: a body behind the proxy arrives cut at 10 MB. */
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|api/files|dev/posta/[^/]+/html|fonts/|icons\\.svg|icon\\.svg|favicon\\.ico).*)',
  ],
};
