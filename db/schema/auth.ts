// Signing in: the tables of the Auth.js adapter, with what a person needs to recognise their own sessions.
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, createdAt, id, moment } from './columns';
import { person, seat } from './people';

/** `sessionToken` holds the SHA-256 of the cookie: who reads the table cannot sign in with it. */
export const session = pgTable(
  'session',
  {
    id: id().unique(),
    sessionToken: text('session_token').notNull().unique(),
    userId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    seatId: uuid('seat_id').references(() => seat.id),
    shared: boolean('shared').notNull().default(false),
    userAgent: text('user_agent'),
    expires: moment('expires').notNull(),
    /** When a second factor was given in it; null: not given, or none is needed. */
    secondFactorAt: moment('second_factor_at'),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [index('session_person').on(table.userId)],
);

export const verificationToken = pgTable(
  'verification_token',
  {
    identifier: text('identifier').notNull(),
    token: text('token').notNull(),
    expires: moment('expires').notNull(),
  },
  (table) => [primaryKey({ columns: [table.identifier, table.token] })],
);

/** Counts of attempts per key (an address, an IP) in a window, kept here so that two web processes share them. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  windowStart: moment('window_start').notNull(),
  hits: integer('hits').notNull(),
});

/**
 * The app that shows a person's codes (TOTP, RFC 6238). `secret` is encrypted under the site's secret; `lastStep` is the
 * last thirty seconds whose code was used, so that none is used twice. Unconfirmed: shown and not proved yet.
 */
export const secondFactor = pgTable('second_factor', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id, { onDelete: 'cascade' }),
  secret: bytea('secret').notNull(),
  confirmedAt: moment('confirmed_at'),
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  createdAt: createdAt(),
});

/** Codes for whoever lost the app; each works once. Only hashes are kept. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (table) => [index('recovery_code_person').on(table.personId)],
);
