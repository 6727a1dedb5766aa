// One question to the database: a web process that cannot ask it serves nobody.
import { sql } from 'drizzle-orm';
import { webDatabase } from './connection';

/** Never throws: an unreachable database is the answer, not an error. */
export async function isHealthy(): Promise<boolean> {
  return webDatabase()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
}
