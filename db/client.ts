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
  const db = drizzle(prepared(sql as Client) as postgres.Sql, { schema: tables });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

/** Long lists of values come in as many lengths as there are lists: each would be a statement to be remembered. */
const mostPreparedValues = 40;

type Client = Pick<postgres.Sql, 'unsafe'> & {
  begin?: (work: (tx: Client) => unknown) => Promise<unknown>;
  savepoint?: (work: (tx: Client) => unknown) => Promise<unknown>;
};

/**
 * Drizzle sends its statements unprepared, and PostgreSQL would plan each of them anew: of a page's reading that is the
 * larger part.
 */
function prepared<Given extends Client>(client: Given): Given {
  const { unsafe, begin, savepoint } = client;
  const inside = (start: typeof begin) =>
    start && ((work: (tx: Client) => unknown) => start((tx) => work(prepared(tx))));
  return Object.assign(client, {
    unsafe: (text: string, values: unknown[] = [], options = {}) => {
      demandSendable(values);
      const prepare = values.length > 0 && values.length <= mostPreparedValues;
      return unsafe(text, values as never[], { ...options, prepare });
    },
    ...(begin && { begin: inside(begin) }),
    ...(savepoint && { savepoint: inside(savepoint) }),
  });
}

/**
 * Statements share a connection when all are busy. The driver (3.4.9) waits for an answer to one that it could not
 * write, and from then on gives each the answer to another: what it cannot write must not reach it.
 */
function demandSendable(values: readonly unknown[]): void {
  const at = values.findIndex((value) => !isSendable(value));
  if (at >= 0) throw new TypeError(`Value ${at + 1} of a statement cannot be sent: ${typeof values[at]}`);
}

function isSendable(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isSendable);
  const isPlain = ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
  return value === null || isPlain || value instanceof Uint8Array;
}
