// next-auth as this house uses it: it redeems mailed links and opens database sessions; nothing else of it is reachable.
import NextAuth from 'next-auth';
import Nodemailer from 'next-auth/providers/nodemailer';
import type { Database } from '@/db/client';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { authAdapter, type Device } from './adapter';
import { isSecure, linkLifetime, sessionLifetime } from './model';

/**
 * Made for each sign-in, since how long a session lives depends on the device. Settings are read here and not at
 * import: a production build evaluates modules without any.
 */
export function nextAuth(db: Database, device: Device, now: Date) {
  const { authSecret, publicUrl } = env();
  return NextAuth({
    secret: authSecret,
    trustHost: true,
    basePath: '/api/auth',
    useSecureCookies: isSecure(publicUrl),
    adapter: authAdapter(db, device, now),
    session: { strategy: 'database', maxAge: sessionLifetime(device.shared) / 1000 },
    pages: { signIn: '/accesso', verifyRequest: '/accesso/inviato', error: '/accesso/conferma' },
    providers: [linkProvider()],
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  });
}

/** Links are issued by `create-sign-in-link.ts` from PUBLIC_URL alone, so that no request header can shape one. */
function linkProvider() {
  return Nodemailer({
    server: {},
    maxAge: linkLifetime / 1000,
    sendVerificationRequest: () => {
      throw new Refusal('not-allowed', 'not-invited');
    },
  });
}
