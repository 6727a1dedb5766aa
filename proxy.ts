// Before every page: the security headers with a nonce for this answer, and a number by which it can be found in the log.
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';
import { securityHeaders } from '@/lib/web/security-headers';

/** Decides nothing about who may read what: pages and actions do. Hands the page its nonce, number and path. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const correlationId = crypto.randomUUID();
  const answered = securityHeaders({
    nonce,
    secure: env().publicUrl.startsWith('https:'),
    development: process.env.NODE_ENV === 'development',
  });
  const requested = new Headers(request.headers);
  requested.set('content-security-policy', answered['content-security-policy']);
  requested.set('x-nonce', nonce);
  requested.set('x-correlation-id', correlationId);
  requested.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers: requested } });
  for (const [name, value] of Object.entries(answered)) response.headers.set(name, value);
  response.headers.set('x-correlation-id', correlationId);
  return response;
}

/** Not before static files, nor a mail's own HTML, nor streaming uploads: a body behind the proxy arrives cut at 10 MB. */
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|api/files|dev/posta/[^/]+/html|fonts/|icons\\.svg|icon\\.svg|favicon\\.ico).*)',
  ],
};
