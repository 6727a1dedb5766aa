// From the word in a feed's address to who reads: asked at each request, so that a lost seat is lost there too.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { type Actor, anonymous, type Locale, type Seat } from '@/lib/core/actor';
import { Refusal } from '@/lib/core/refusal';
import { hashFeedToken, publicFeedWord } from './model';
import { seatsOf } from './seats-of';

type Row = {
  seat_id: string;
  revoked: boolean;
  person_id: string;
  name: string;
  locale: Locale | null;
  seats: Seat[] | null;
};

/**
 * The public word reads as nobody in particular. Who no longer holds the seat the word was made for reads for the seat
 * they hold longest, and who holds none reads what is public: the same as in a session.
 * @throws Refusal `not-found` for a word nobody made, `gone` for one that was revoked
 */
export async function findFeedReader(db: Database, word: string, now: Date): Promise<Actor> {
  if (word === publicFeedWord) return anonymous;
  const [row] = await db.execute<Row>(sql`
    select f.seat_id, f.revoked_at is not null as revoked, p.id as person_id, p.name, p.locale,
      ${seatsOf(now.toISOString())}
    from feed_token f join person p on p.id = f.person_id and p.has_account
    where f.hash = ${hashFeedToken(word)}`);
  if (!row) throw new Refusal('not-found', 'no-such-feed');
  if (row.revoked) throw new Refusal('gone', 'feed-revoked');
  const seats = row.seats ?? [];
  const seat = seats.find(({ id }) => id === row.seat_id) ?? seats[0];
  if (!seat) return anonymous;
  const { person_id: personId, name, locale } = row;
  return { kind: 'member', personId, name, locale, seat, seats };
}
