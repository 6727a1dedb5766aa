// A person lets a feed program read in their place: the addresses made before end, new ones begin.
import { feedToken } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { memberOf } from '@/lib/core/member-of';
import { env } from '@/lib/env';
import { record } from '@/lib/platform/audit/record';
import { hashFeedToken, makeFeedWord } from './model';
import { revokeFeedToken } from './revoke-feed-token';

/** It reads for the seat one acts for. @throws Refusal `not-allowed` for who is not signed in */
export async function makeFeedToken(ctx: Context): Promise<void> {
  const { personId, seat } = memberOf(ctx.actor);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await revokeFeedToken(tx);
    const id = newId();
    const hash = hashFeedToken(makeFeedWord(id, env().authSecret));
    await db.insert(feedToken).values({ id, personId, seatId: seat.id, hash, createdAt: ctx.now });
    await record(tx, { act: 'auth.make-feed-token', subject: `feed_token:${id}` });
  });
}
