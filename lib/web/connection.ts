// The web process' one pool, opened by the first request that needs it.
import { type Connection, connect, type Database } from '@/db/client';
import { env } from '@/lib/env';

/** Kept on the global object: hot reload evaluates modules again, and each evaluation would leak a pool. */
const house = globalThis as { raccordoConnection?: Connection };

/** @throws Error when no database is named: the start script names one before the web process begins */
export function webDatabase(): Database {
  if (!house.raccordoConnection) {
    const { databaseUrl } = env();
    if (!databaseUrl) throw new Error('No database is named: start with `npm start`, or set DATABASE_URL.');
    house.raccordoConnection = connect(databaseUrl);
  }
  return house.raccordoConnection.db;
}
