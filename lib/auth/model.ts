// Signing in: how long links and sessions live, what the cookie is called, what is kept of a secret.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { emailInput } from '@/lib/core/email';

const minute = 60_000;
const hour = 60 * minute;

/** Milliseconds a mailed link may be used, once. */
export const linkLifetime = 30 * minute;

/** Milliseconds between two writes of when a session was last seen: reading a page is not a write. */
export const touchInterval = 5 * minute;

/** Milliseconds a session lives from its start; it does not slide. Shorter on a computer others use too. */
export function sessionLifetime(shared: boolean): number {
  return shared ? 12 * hour : 30 * 24 * hour;
}

/** next-auth's own name, which depends on whether the site is served over TLS. */
export function sessionCookieName(publicUrl: string): string {
  return `${isSecure(publicUrl) ? '__Secure-' : ''}authjs.session-token`;
}

/** Whether cookies may be restricted to TLS. */
export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}

/** What the database keeps of a session cookie. @returns lower-case hex */
export function hashSessionToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What the database keeps of a link's token: next-auth's own recipe, because next-auth redeems it. */
export function hashLinkToken(token: string, secret: string): string {
  return createHash('sha256').update(`${token}${secret}`).digest('hex');
}

export const requestInput = z.object({
  email: emailInput,
  returnTo: z.unknown(),
  shared: z.boolean(),
  /** Where the request comes from, for the mild limit per office. */
  clientAddress: z.string(),
});

export type RequestInput = z.input<typeof requestInput>;
