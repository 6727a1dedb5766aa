// Whether a mailed link would still work, looked at without using it.
import { and, eq, gt } from 'drizzle-orm';
import { verificationToken } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { normalizeEmail } from '@/lib/core/email';
import { env } from '@/lib/env';
import { hashLinkToken } from './model';

/** For the page behind the link: mail scanners open it too, so reading must change nothing. */
export async function isLinkValid(ctx: Context, email: string, token: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ expires: verificationToken.expires })
    .from(verificationToken)
    .where(
      and(
        eq(verificationToken.identifier, normalizeEmail(email)),
        eq(verificationToken.token, hashLinkToken(token, env().authSecret)),
        gt(verificationToken.expires, ctx.now),
      ),
    );
  return rows.length > 0;
}
