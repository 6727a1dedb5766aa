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
 * @param lines connections besides it that reading outside of transactions shares, where many read at once: statements
 * then follow each other without waiting for answers, and a process of the database serves many of them while it is
 * awake, which spares a tenth of what a page costs
 */
export function connect(url: string, max = 10, lines = 0) {
  const sql = open(url, max);
  const pool = drizzle(prepared(sql as Client) as postgres.Sql, { schema: tables });
  if (lines === 0) return { db: pool, sql, close: () => sql.end({ timeout: 5 }) };
  const shared = open(url, lines);
  const reading = prepared(shared as Client);
  const { unsafe } = reading;
  Object.assign(reading, {
    unsafe: (...given: Parameters<typeof unsafe>) =>
      (waitsForNobody(given[0]) ? unsafe : sql.unsafe)(...given),
    begin: sql.begin,
  });
  const db = drizzle(reading as postgres.Sql, { schema: tables });
  return { db, sql, close: () => Promise.all([sql, shared].map((one) => one.end({ timeout: 5 }))) };
}

function open(url: string, max: number): postgres.Sql {
  return postgres(url, {
    ...{ max, onnotice: () => {}, connection: { application_name: 'raccordo' } },
    backoff: (attempt) => Math.min(attempt / 10, longestPause),
  });
}

/**
 * Reading waits for no lock of a row. What writes or locks may wait for a transaction, and would hold up all that was
 * sent after it, perhaps that transaction's own.
 */
function waitsForNobody(text: string): boolean {
  return /^\s*select\s/.test(text) && !/ for (?:update|share|no key|key share)|_lock\(|add_job/.test(text);
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
      const prepare = values.length > 0 && values.length <= mostPreparedValues;
      return unsafe(text, values as never[], { ...options, prepare });
    },
    ...(begin && { begin: inside(begin) }),
    ...(savepoint && { savepoint: inside(savepoint) }),
  });
}
