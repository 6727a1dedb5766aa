// From the cookie to who acts: one statement, because every page asks it.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { type Actor, anonymous, type Locale, type Role, type Seat } from '@/lib/core/actor';
import { hashSessionToken, touchInterval } from './model';
import { seatsOf } from './seats-of';
import { requiredRolesKey } from './second-factor/model';

export type Visitor = {
  readonly actor: Actor;
  readonly sessionId: string | null;
  /** The word in the visitor's own feed addresses, where they have made any. */
  readonly feed: FeedKey | null;
  /** Whether anything unread waits, and whether a mail address of theirs is stopped: the frame then asks further. */
  readonly hasNews: boolean;
  readonly hasStop: boolean;
  /** A session in which its person may not act yet: a code is asked for, or their role needs a second factor first. */
  readonly waiting: Waiting | null;
};

export type Waiting = {
  readonly for: 'code' | 'setup';
  readonly personId: string;
  readonly sessionId: string;
};

/** The row of a feed token: its word is made of the id, and is right while the hash says so. */
export type FeedKey = { readonly id: string; readonly hash: string };

const stranger: Visitor = {
  ...{ actor: anonymous, sessionId: null, feed: null, hasNews: false, hasStop: false, waiting: null },
};

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
  has_factor: boolean;
  is_proved: boolean;
  required: Role[] | null;
};

/**
 * An expired, revoked or unknown cookie, and a person without an active seat, are anonymous: the page decides whether
 * that leads to signing in. So is a session in which a second factor was not given; a seat whose role needs one is nobody's
 * to act in before it is set up.
 */
export async function findActor(db: Database, cookie: string | undefined, now: Date): Promise<Visitor> {
  if (!cookie) return stranger;
  const row = await readSession(db, hashSessionToken(cookie), now);
  if (!row?.seats) return stranger;
  const { person_id: personId, name, locale, session_id: sessionId } = row;
  const wait = (reason: Waiting['for']) => ({ ...stranger, waiting: { for: reason, personId, sessionId } });
  if (row.has_factor && !row.is_proved) return wait('code');
  const seats = row.seats.filter(({ role }) => row.has_factor || !row.required?.includes(role));
  const seat = seats.find((held) => held.id === row.seat_id) ?? seats[0];
  if (!seat) return row.seats.length > 0 ? wait('setup') : stranger;
  if (row.stale) await touch(db, row.session_id, now);
  const known = { sessionId, feed: row.feed, hasNews: row.has_news, hasStop: row.has_stop, waiting: null };
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
      exists (select from second_factor w where w.person_id = p.id and w.confirmed_at is not null) as has_factor,
      s.second_factor_at is not null as is_proved,
      (select g.value from setting g where g.key = ${requiredRolesKey}) as required,
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
