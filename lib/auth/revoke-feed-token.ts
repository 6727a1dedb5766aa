// Feed programs no longer read in a person's place, from their next question on.
import { and, eq, isNull } from 'drizzle-orm';
import { feedToken } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { record } from '@/lib/platform/audit/record';

/** Where none reads, nothing changes. @throws Refusal `not-allowed` for who is not signed in */
export async function revokeFeedToken(ctx: Context): Promise<void> {
  const { personId } = memberOf(ctx.actor);
  const revoked = await ctx.db
    .update(feedToken)
    .set({ revokedAt: ctx.now })
    .where(and(eq(feedToken.personId, personId), isNull(feedToken.revokedAt)))
    .returning({ id: feedToken.id });
  for (const { id } of revoked)
    await record(ctx, { act: 'auth.revoke-feed-token', subject: `feed_token:${id}` });
}
