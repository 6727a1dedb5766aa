// Who asks for this page, and with what a deed or query is called. Read once per request.
import { cookies } from 'next/headers';
import { cache } from 'react';
import { findActor } from '@/lib/auth/find-actor';
import { sessionCookieName } from '@/lib/auth/model';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { webDatabase } from './connection';

/** The visitor with the session they come by, for the pages that show or end sessions. */
export const currentVisitor = cache(async () => findActor(webDatabase(), await sessionCookie(), new Date()));

async function sessionCookie(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName(env().publicUrl))?.value;
}

/** Who acts in this request; anonymous without a valid session. */
export async function currentActor(): Promise<Actor> {
  return (await currentVisitor()).actor;
}

/** The context of this request, one moment for all that happens in it. */
export const currentContext = cache(
  async (): Promise<Context> => ({ db: webDatabase(), actor: await currentActor(), now: new Date() }),
);

/** For an answer that goes on after the request: each call asks anew whose session it came by, if still anybody's. */
export async function contextAgain(): Promise<() => Promise<Context>> {
  const [db, cookie] = [webDatabase(), await sessionCookie()];
  return async () => {
    const now = new Date();
    return { db, now, actor: (await findActor(db, cookie, now)).actor };
  };
}
