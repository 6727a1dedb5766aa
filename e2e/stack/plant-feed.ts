// Feed addresses of Rita's, made under the secret of the site that is looked at.
import type { Database } from '@/db/client';
import { feedToken } from '@/db/schema';
import { hashFeedToken, makeFeedWord } from '@/lib/auth/model';
import { newId } from '@/lib/core/ids';
import type { World } from '@/lib/testing/world';
import { secret } from './start-stack';

/** @returns the word in them */
export async function plantFeed(db: Database, { actors: { rita } }: World): Promise<string> {
  const id = newId();
  const word = makeFeedWord(id, secret);
  const row = { id, personId: rita.personId, seatId: rita.seat.id, hash: hashFeedToken(word) };
  await db.insert(feedToken).values(row);
  return word;
}
