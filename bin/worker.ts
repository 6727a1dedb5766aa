// The worker process: carries out what the web process and the command line put into the queue. Silent while all goes well.
import { EventEmitter } from 'node:events';
import { Logger, type Runner, type RunnerOptions, run, type WorkerEvents } from 'graphile-worker';
import { connect } from '@/db/client';
import { env } from '@/lib/env';
import { releaseAbandoned, vouchFor } from '@/lib/platform/jobs/abandoned';
import { causeOf } from '@/lib/platform/search/search-engine';
import { deliveryTasks, promptTasks, workerClock, workerPulse, workerStart } from '@/lib/worker';

/** Jobs wait for the database more than they compute. */
const simultaneous = 8;
/** Two threads share the connections to the mail server: while one asks the database, the other sends. */
const deliveries = 2;
const lookEveryMs = 500;
const releaseEveryMs = 5_000;
const pulseEveryMs = 2_000;

/** Only what went wrong is worth a line. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error') say(message);
});

const url = env().databaseUrl ?? '';
if (!url) throw new Error('No database is named: set DATABASE_URL, or start with `npm start`.');
const connection = connect(url, simultaneous + deliveries);
const runners: Runner[] = [];
let isStopping = false;

/** Deliveries have slots of their own, so that nothing somebody waits for stands behind them. */
async function startWork(): Promise<void> {
  const { db } = connection;
  await startRunner({
    concurrency: simultaneous,
    taskList: promptTasks(db),
    parsedCronItems: workerClock(),
  });
  await startRunner({ concurrency: deliveries, taskList: deliveryTasks(db), parsedCronItems: [] });
  // Where the database does not answer, the next time does.
  setInterval(() => releaseAbandoned(db).catch(() => undefined), releaseEveryMs);
  await workerStart(db);
  beat();
}

/** Each takes jobs under a name of its own, for which a session of its own stands. */
async function startRunner(options: RunnerOptions): Promise<void> {
  const events: WorkerEvents = new EventEmitter();
  events.once('pool:create', ({ workerPool }) => vouchFor(url, workerPool.id, () => giveUp('its session')));
  const runner = await run({
    ...{ connectionString: url, pollInterval: lookEveryMs, noHandleSignals: true, logger, events },
    ...options,
    // Jobs that end in one moment are crossed out together; one that a kill leaves is done again, as any may be.
    preset: { worker: { completeJobBatchDelay: 0 } },
  });
  runners.push(runner);
  runner.promise.catch(() => undefined).then(() => giveUp('its queue'));
}

/** One after another, however long one takes; what failed is tried with the next, and told once. */
async function beat(): Promise<void> {
  let trouble = '';
  while (!isStopping) {
    const now = await workerPulse(connection.db).then(() => '', causeOf);
    if (now !== trouble)
      say(now ? `The search server is not fed: ${now}` : 'The search server is fed again.');
    trouble = now;
    await new Promise((resolve) => setTimeout(resolve, pulseEveryMs));
  }
}

/** The database may be starting too, or starting again. */
async function untilDatabaseAnswers(): Promise<void> {
  for (let isFirst = true; ; isFirst = false) {
    const trouble = await connection.sql`select 1`.then(
      () => undefined,
      (error: Error) => error,
    );
    if (!trouble) return;
    if (isFirst) say(`The worker waits for the database: ${trouble.message}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

/** What it holds goes to whoever works next, and that will be this process started again. */
function giveUp(lost: string): void {
  if (isStopping) return;
  say(`The worker lost ${lost} in the database and ends.`);
  process.exit(1);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Finishes the jobs at hand, leaves the others in the queue. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await Promise.all(runners.map((runner) => runner.stop()));
  await connection.close();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);

await untilDatabaseAnswers();
await startWork();
