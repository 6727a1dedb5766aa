// Whether something is still to come, for whoever must not run ahead of it.
import { type SQL, sql } from 'drizzle-orm';

/** A condition: a job with this key waits for its time. @param key a text of SQL */
export function isDueLater(key: SQL): SQL<boolean> {
  return sql<boolean>`exists (select from graphile_worker._private_jobs later
    where later.key = ${key} and later.run_at > now())`;
}
