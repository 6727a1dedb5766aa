// Tells whoever listens to a channel of the database, in whichever process: at most once, and nobody is waited for.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

/** Goes out with the commit. @param payload small: PostgreSQL takes 8000 bytes */
export async function notifyListeners(
  db: Database,
  channel: string,
  payload: Record<string, string | number>,
): Promise<void> {
  await db.execute(sql`select pg_notify(${channel}, ${JSON.stringify(payload)})`);
}
