// The worker process: carries out what the web process and the command line put into the queue. Silent while all goes well.
import { Logger, run } from 'graphile-worker';
import { connect } from '@/db/client';
import { env } from '@/lib/env';
import { workerClock, workerTasks } from '@/lib/worker';

const simultaneous = 4;

/** Only what went wrong is worth a line. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error') process.stderr.write(`${message}\n`);
});

const { databaseUrl } = env();
if (!databaseUrl) throw new Error('No database is named: set DATABASE_URL, or start with `npm start`.');
const connection = connect(databaseUrl, simultaneous);
const starting = run({
  connectionString: databaseUrl,
  concurrency: simultaneous,
  noHandleSignals: true,
  logger,
  taskList: workerTasks(connection.db),
  parsedCronItems: workerClock(),
});

let isStopping = false;

/** Finishes the jobs at hand, leaves the others in the queue. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const runner = await starting;
  await runner.stop();
  await connection.close();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);

await starting;
