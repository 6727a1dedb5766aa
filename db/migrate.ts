// Brings a database to today's tables. Migrations only go forward and keep data.
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as apply } from 'drizzle-orm/postgres-js/migrator';
import { Logger, runMigrations } from 'graphile-worker';
import postgres from 'postgres';

/** A fixed key: two processes that start at once take turns instead of both migrating. */
const lockKey = 727_200_2;

const quiet = new Logger(() => () => {});

/** Applies what is missing, in one transaction; safe to call at every start and from several processes. */
export async function migrate(url: string, folder = 'db/migrations'): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await apply(drizzle(sql), { migrationsFolder: folder });
    await runMigrations({ connectionString: url, logger: quiet });
  } finally {
    await sql.end();
  }
}
