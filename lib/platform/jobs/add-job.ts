// Puts work into the Postgres-backed queue, inside the caller's transaction: what is committed will be done.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

export type JobOptions = {
  /** A second job with the same key replaces the waiting first. */
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  /** Attempts before the job stays visible as dead. */
  attempts?: number;
  runAt?: Date;
  /** What somebody waits for goes first: a lower number before a higher one; 0 unless said. */
  priority?: number;
  /** Where a job with the same key waits already, it keeps its own time. */
  keepsTime?: boolean;
};

const defaultAttempts = 12;

export async function addJob(
  tx: Database,
  task: string,
  payload: Record<string, unknown>,
  options: JobOptions = {},
): Promise<void> {
  await tx.execute(sql`select graphile_worker.add_job(
    ${task},
    payload => ${JSON.stringify(payload)}::text::json,
    queue_name => ${options.queue ?? null},
    run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
    max_attempts => ${options.attempts ?? defaultAttempts},
    job_key => ${options.key ?? null},
    job_key_mode => ${options.keepsTime ? 'preserve_run_at' : 'replace'},
    priority => ${options.priority ?? null}
  )`);
}
