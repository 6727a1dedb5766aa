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
export const currentVisitor = cache(async () => {
  const cookie = (await cookies()).get(sessionCookieName(env().publicUrl))?.value;
  return findActor(webDatabase(), cookie, new Date());
});

/** Who acts in this request; anonymous without a valid session. */
export async function currentActor(): Promise<Actor> {
  return (await currentVisitor()).actor;
}

/** The context of this request, one moment for all that happens in it. */
export const currentContext = cache(
  async (): Promise<Context> => ({ db: webDatabase(), actor: await currentActor(), now: new Date() }),
);
