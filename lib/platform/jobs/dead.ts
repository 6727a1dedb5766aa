// Jobs that were tried for the last time: they wait in the queue until somebody has them tried again.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

/** `about`: of a reaction the fact and its name, of a fact its name; null for any other task. */
export type DeadJob = {
  id: string;
  task: string;
  about: string | null;
  attempts: number;
  createdAt: Date;
  /** When it failed for the last time. */
  failedAt: Date;
  error: string;
};

type Row = Record<string, unknown> & {
  id: string;
  task: string;
  about: string | null;
  attempts: number;
  created_at: string;
  failed_at: string;
  error: string | null;
};

const longestError = 1000;
/** The queue notes no such moment, but puts each attempt off from it by e to the power of the attempts, in seconds. */
const failedAt = sql`job.run_at - exp(least(job.attempts, 10)) * interval '1 second'`;
const isDead = sql`job.attempts >= job.max_attempts and job.locked_at is null`;

/** The newest failures first, two hundred at most. Of what a job holds nothing is told but what it is about. */
export async function listDead(db: Database): Promise<DeadJob[]> {
  const rows = await db.execute<Row>(sql`
    select job.id::text, task.identifier as task, job.attempts, job.created_at, ${failedAt} as failed_at,
      left(job.last_error, ${longestError}) as error,
      case task.identifier
        when 'fact' then job.payload ->> 'name'
        when 'reaction' then (job.payload -> 'fact' ->> 'name') || ' · ' || (job.payload ->> 'reaction')
      end as about
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where ${isDead} order by failed_at desc, job.id desc limit 200`);
  return rows.map(({ created_at, failed_at, error, ...rest }) => ({
    ...rest,
    createdAt: new Date(created_at),
    failedAt: new Date(failed_at),
    error: error ?? '',
  }));
}

/** How many there are. */
export async function countDead(db: Database): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from graphile_worker._private_jobs job where ${isDead}`,
  );
  return row?.count ?? 0;
}

/** Has a dead job tried again at once, as often as a new one. @returns whether there was one of this id */
export async function retryDead(db: Database, id: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select rescheduled.id from graphile_worker.reschedule_jobs(
      array(select job.id from graphile_worker._private_jobs job where job.id = ${id}::bigint and ${isDead}),
      run_at => now(), attempts => 0) rescheduled`);
  return rows.length > 0;
}
