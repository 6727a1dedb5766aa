// Signing out: the session is gone from the database, whatever becomes of the cookie.
import { eq } from 'drizzle-orm';
import { session } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { hashSessionToken } from './model';

/** @param cookie the session cookie's value; an unknown one changes nothing */
export async function endSession(ctx: Context, cookie: string): Promise<void> {
  await ctx.db.delete(session).where(eq(session.sessionToken, hashSessionToken(cookie)));
}
