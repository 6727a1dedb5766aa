// Columns that many tables share, written once so that they cannot drift apart.
import { sql } from 'drizzle-orm';
import { check, customType, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';

/** UUIDv7, made in the application so that a batch knows its keys before it is written. */
export const id = () => uuid('id').primaryKey().$defaultFn(v7);

/** An instant: shown in Europe/Rome, stored without a zone of its own. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** When the row was written, by the clock of the database. */
export const createdAt = () => moment('created_at').notNull().defaultNow();

/** Case-insensitive text: addresses and slugs compare as people read them. */
export const citext = customType<{ data: string }>({ dataType: () => 'citext' });

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** A check that a text column holds a word of a closed list of `db/words.ts`. */
export function oneOf(name: string, column: string, words: readonly string[]) {
  return check(name, sql.raw(`"${column}" in (${words.map((word) => `'${word}'`).join(', ')})`));
}
