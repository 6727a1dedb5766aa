// Signing in: how long links and sessions live, what the cookie is called, what is kept of a secret.
import { createHash, createHmac } from 'node:crypto';
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

/** Stands where a personal word would in the address of a feed for everybody. */
export const publicFeedWord = 'pubblico';

/**
 * The word in a person's feed addresses. It can be made again from the row's id and the site's secret, so that pages show
 * it while the table holds only its hash; another secret ends it.
 * @returns 43 letters, digits, `-` and `_`
 */
export function makeFeedWord(id: string, secret: string): string {
  return createHmac('sha256', `feed:${secret}`).update(id).digest('base64url');
}

/** What the database keeps of a feed's word. @returns lower-case hex */
export function hashFeedToken(word: string): string {
  return createHash('sha256').update(`feed:${word}`).digest('hex');
}

/** The word a feed token stands for; null where it was made under another secret. */
export function feedWordOf({ id, hash }: { id: string; hash: string }, secret: string): string | null {
  const word = makeFeedWord(id, secret);
  return hashFeedToken(word) === hash ? word : null;
}

export const requestInput = z.object({
  email: emailInput,
  returnTo: z.unknown(),
  shared: z.boolean(),
  /** Where the request comes from, for the mild limit per office. */
  clientAddress: z.string(),
});

export type RequestInput = z.input<typeof requestInput>;
