// The database a command works on: the one of DATABASE_URL, or the embedded one, running already or started for the while.
import { connect, type Database } from '@/db/client';
import { startEmbedded } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import { env } from '@/lib/env';

/** An embedded server that was running is left running; one started here is stopped again, unless others use it now. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = env();
  if (databaseUrl) return connected(databaseUrl, work);
  const server = await startEmbedded(dataDir);
  try {
    return await connected(server.url(), work);
  } finally {
    if (!server.adopted && !(await isUsed(server.url()))) await server.stop();
  }
}

async function connected<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  await migrate(url);
  const connection = connect(url, 2);
  try {
    return await work(connection.db);
  } finally {
    await connection.close();
  }
}

/** A site that was started meanwhile has adopted the server. */
async function isUsed(url: string): Promise<boolean> {
  const { sql, close } = connect(url, 1);
  const [others] = await sql<{ count: number }[]>`select count(*)::int as count from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  await close();
  return (others?.count ?? 0) > 0;
}
