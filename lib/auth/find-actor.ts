// From the cookie to who acts: one statement, because every page asks it.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { type Actor, anonymous, type Locale, type Seat } from '@/lib/core/actor';
import { hashSessionToken, touchInterval } from './model';
import { seatsOf } from './seats-of';

export type Visitor = {
  readonly actor: Actor;
  readonly sessionId: string | null;
  /** The word in the visitor's own feed addresses, where they have made any. */
  readonly feed: FeedKey | null;
  /** Whether anything unread waits, and whether a mail address of theirs is stopped: the frame then asks further. */
  readonly hasNews: boolean;
  readonly hasStop: boolean;
};

/** The row of a feed token: its word is made of the id, and is right while the hash says so. */
export type FeedKey = { readonly id: string; readonly hash: string };

const stranger: Visitor = { actor: anonymous, sessionId: null, feed: null, hasNews: false, hasStop: false };

type Row = {
  session_id: string;
  seat_id: string | null;
  stale: boolean;
  person_id: string;
  name: string;
  locale: Locale | null;
  seats: Seat[] | null;
  feed: FeedKey | null;
  has_news: boolean;
  has_stop: boolean;
};

/**
 * An expired, revoked or unknown cookie, and a person without an active seat, are anonymous: the page decides whether
 * that leads to signing in.
 */
export async function findActor(db: Database, cookie: string | undefined, now: Date): Promise<Visitor> {
  if (!cookie) return stranger;
  const row = await readSession(db, hashSessionToken(cookie), now);
  const seats = row?.seats ?? [];
  const seat = seats.find((held) => held.id === row?.seat_id) ?? seats[0];
  if (!row || !seat) return stranger;
  if (row.stale) await touch(db, row.session_id, now);
  const { person_id: personId, name, locale, session_id: sessionId } = row;
  const known = { sessionId, feed: row.feed, hasNews: row.has_news, hasStop: row.has_stop };
  return { actor: { kind: 'member', personId, name, locale, seat, seats }, ...known };
}

async function readSession(db: Database, hash: string, now: Date): Promise<Row | undefined> {
  const moment = now.toISOString();
  const staleBefore = new Date(now.getTime() - touchInterval).toISOString();
  const rows = await db.execute<Row>(sql`
    select s.id as session_id, s.seat_id, s.last_seen_at < ${staleBefore}::timestamptz as stale,
      p.id as person_id, p.name, p.locale,
      exists (select from notification n where n.person_id = p.id and n.read_at is null) as has_news,
      exists (select from mail_stop m where m.person_id = p.id and m.resumed_at is null) as has_stop,
      (select json_build_object('id', f.id, 'hash', f.hash) from feed_token f
        where f.person_id = p.id and f.revoked_at is null) as feed,
      ${seatsOf(moment)}
    from session s join person p on p.id = s.person_id
    where s.session_token = ${hash} and s.expires > ${moment}::timestamptz and p.has_account`);
  return rows[0];
}

async function touch(db: Database, sessionId: string, now: Date): Promise<void> {
  await db.execute(
    sql`update session set last_seen_at = ${now.toISOString()}::timestamptz where id = ${sessionId}`,
  );
}
