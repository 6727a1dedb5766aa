// Lets a test do now what waits for its time: facts that could still be taken back.
import { sql } from 'drizzle-orm';
import type { TestDatabase } from './database';
import { runJobs } from './run-jobs';

/** Everything that waits becomes due and is done. */
export async function hurryJobs(database: TestDatabase): Promise<void> {
  await database.db.execute(
    sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`,
  );
  await runJobs(database);
}
