// Signing in: the tables of the Auth.js adapter, with what a person needs to recognise their own sessions.
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns';
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
