// A link that signs one person in once: made from PUBLIC_URL, never from what a request says about its host.
import { randomBytes } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { verificationToken } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { normalizeEmail } from '@/lib/core/email';
import { env } from '@/lib/env';
import { findInvited } from './find-invited';
import { hashLinkToken, linkLifetime } from './model';
import { returnPath } from './return-path';

/**
 * The link leads to a page with a button: opening it burns nothing. Valid for 30 minutes from `ctx.now`.
 * @param returnTo the page to come back to; anything but a page of this site leads home
 * @param shared opens a session for a computer others use too
 * @returns null for whoever is not invited, office mailboxes and certified mail included
 */
export async function createSignInLink(
  ctx: Context,
  email: string,
  returnTo: unknown = '/',
  shared = false,
): Promise<string | null> {
  const invited = await findInvited(ctx.db, normalizeEmail(email), ctx.now);
  if (!invited) return null;
  const identifier = normalizeEmail(invited.email);
  const token = randomBytes(32).toString('base64url');
  await ctx.db
    .delete(verificationToken)
    .where(and(eq(verificationToken.identifier, identifier), lt(verificationToken.expires, ctx.now)));
  await ctx.db.insert(verificationToken).values({
    identifier,
    token: hashLinkToken(token, env().authSecret),
    expires: new Date(ctx.now.getTime() + linkLifetime),
  });
  return linkAddress(identifier, token, returnTo, shared);
}

function linkAddress(email: string, token: string, returnTo: unknown, shared: boolean): string {
  const link = new URL('/accesso/conferma', env().publicUrl);
  link.searchParams.set('indirizzo', email);
  link.searchParams.set('codice', token);
  link.searchParams.set('ritorno', returnPath(returnTo));
  if (shared) link.searchParams.set('condiviso', '1');
  return link.href;
}
