// Jobs in the hands of a worker that died: the queue itself would let them lie for four hours. Each worker is vouched for
// by a session of the database that ends with it, and what nobody vouches for goes back into the queue.
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { Database } from '@/db/client';

/** A worker takes its first jobs a moment before its session stands. */
const grace = '5 seconds';

/**
 * Opens the session that stands for a worker as long as it lives.
 * @param pool the name under which the queue notes who took a job
 * @param onLost told once, also when the session cannot be opened: what was taken may be another's from now on
 */
export async function vouchFor(url: string, pool: string, onLost: () => void): Promise<void> {
  const session = postgres(url, {
    ...{ max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} },
    connection: { application_name: pool },
    onclose: once(onLost),
  });
  await session`select 1`.catch(() => undefined);
}

function once(tell: () => void): () => void {
  let isTold = false;
  return () => {
    if (!isTold) tell();
    isTold = true;
  };
}

/** Gives back what the dead hold. Each job may be done a second time, never not at all. */
export async function releaseAbandoned(db: Database): Promise<void> {
  await db.execute(sql`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker.jobs
    where locked_at < now() - ${grace}::interval and not exists (
      select from pg_stat_activity where datname = current_database() and application_name = locked_by)))`);
}
