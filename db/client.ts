// The connection. Opened on first use, never at import: a production build evaluates modules without a database.
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { relations } from './relations';
import * as schema from './schema';

const tables = { ...schema, ...relations };

/** Seconds until a connection that failed is tried again: the driver's own twenty would outlast most restarts. */
const longestPause = 0.5;

export type Connection = ReturnType<typeof connect>;
/** A database or a transaction in it: deeds take either. */
export type Database = Omit<Connection['db'], '$client'>;

/**
 * Opens a pool. The drizzle client patches the parsers of its postgres.js instance, so raw SQL that wants
 * postgres.js' own types must open another connection.
 * @param max connections in the pool
 */
export function connect(url: string, max = 10) {
  const sql = postgres(url, {
    ...{ max, onnotice: () => {}, connection: { application_name: 'raccordo' } },
    backoff: (attempt) => Math.min(attempt / 10, longestPause),
  });
  const db = drizzle(sql, { schema: tables });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}
