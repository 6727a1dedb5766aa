// What has run out is removed once a day: sessions, links, counts of attempts.
import { lt } from 'drizzle-orm';
import { rateLimit, session, verificationToken } from '@/db/schema';
import type { Context } from '@/lib/core/context';

const day = 24 * 60 * 60_000;

/** Nothing depends on it: what is expired no longer works before it is removed either. */
export async function cleanExpired(ctx: Context): Promise<void> {
  await ctx.db.delete(session).where(lt(session.expires, ctx.now));
  await ctx.db.delete(verificationToken).where(lt(verificationToken.expires, ctx.now));
  await ctx.db.delete(rateLimit).where(lt(rateLimit.windowStart, new Date(ctx.now.getTime() - day)));
}
