// The button behind the mailed link: next-auth uses the link up and opens a session.
import { and, eq, isNull } from 'drizzle-orm';
import { NextRequest } from 'next/server';
import { address } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { normalizeEmail } from '@/lib/core/email';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { acceptInvitations } from '@/lib/people/seats/accept-invitations';
import { record } from '@/lib/platform/audit/record';
import type { Device } from './adapter';
import { findInvited, type Invited } from './find-invited';
import { isSecure, sessionCookieName, sessionLifetime } from './model';
import { nextAuth } from './next-auth';

export type SignIn = Device & {
  readonly email: string;
  readonly token: string;
  /** The cookie the browser already has, whose session next-auth ends when it is another person's. */
  readonly cookie?: string;
};

export type SessionCookie = {
  readonly name: string;
  readonly value: string;
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly path: '/';
  readonly secure: boolean;
  /** Absent on a shared computer: the cookie ends with the browser, the session after twelve hours anyway. */
  readonly expires?: Date;
};

/**
 * @returns the cookie to set
 * @throws Refusal `gone` when the link is used, expired, unknown, or the person no longer holds a seat
 */
export async function completeSignIn(ctx: Context, input: SignIn): Promise<SessionCookie> {
  const email = normalizeEmail(input.email);
  const invited = await findInvited(ctx.db, email, ctx.now);
  const value = invited && (await redeem(ctx, email, input));
  if (!invited || !value) throw new Refusal('gone', 'link-expired');
  await remember(ctx, invited);
  const { publicUrl } = env();
  const expires = new Date(ctx.now.getTime() + sessionLifetime(false));
  return {
    name: sessionCookieName(publicUrl),
    value,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(publicUrl),
    ...(input.shared ? {} : { expires }),
  };
}

/** Asks next-auth's own callback, at an address built from PUBLIC_URL. @returns the session token, null when refused */
async function redeem(ctx: Context, email: string, input: SignIn): Promise<string | null> {
  const { publicUrl } = env();
  const name = sessionCookieName(publicUrl);
  const callback = new URL('/api/auth/callback/nodemailer', publicUrl);
  callback.search = new URLSearchParams({ email, token: input.token, callbackUrl: '/' }).toString();
  const headers = new Headers(input.cookie ? { cookie: `${name}=${input.cookie}` } : {});
  const { handlers } = nextAuth(ctx.db, { shared: input.shared, userAgent: input.userAgent }, ctx.now);
  const answer = await handlers.GET(new NextRequest(callback, { headers }));
  const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  const value = set?.slice(name.length + 1).split(';')[0];
  return value || null;
}

async function remember(ctx: Context, invited: Invited): Promise<void> {
  await ctx.db
    .update(address)
    .set({ verifiedAt: ctx.now })
    .where(and(eq(address.email, invited.email), isNull(address.verifiedAt)));
  await record(ctx, { act: 'auth.sign-in', subject: `person:${invited.personId}` });
  await acceptInvitations(ctx, invited.personId);
}
