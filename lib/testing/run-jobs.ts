// Does what waits in the queue of a test's database, the way the worker does.
import { Logger, runOnce } from 'graphile-worker';
import { workerTasks } from '@/lib/worker';
import type { TestDatabase } from './database';

const quiet = new Logger(() => () => {});

/** Until nothing is due: jobs that a job adds are done too. */
export async function runJobs({ db, url }: TestDatabase): Promise<void> {
  await runOnce({ connectionString: url, taskList: workerTasks(db), logger: quiet, noHandleSignals: true });
}
