// The worker process: carries out what the web process and the command line put into the queue. Silent while all goes well.
import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker';
import { connect } from '@/db/client';
import { env } from '@/lib/env';
import { releaseAbandoned, vouchFor } from '@/lib/platform/jobs/abandoned';
import { workerClock, workerPulse, workerStart, workerTasks } from '@/lib/worker';

const simultaneous = 4;
const lookEveryMs = 500;
const releaseEveryMs = 5_000;
const pulseEveryMs = 2_000;

/** Only what went wrong is worth a line. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error') say(message);
});

const url = env().databaseUrl ?? '';
if (!url) throw new Error('No database is named: set DATABASE_URL, or start with `npm start`.');
const connection = connect(url, simultaneous);
let runner: Runner | undefined;
let isStopping = false;

async function startWork(): Promise<void> {
  const events: WorkerEvents = new EventEmitter();
  events.once('pool:create', ({ workerPool }) => vouchFor(url, workerPool.id, () => giveUp('its session')));
  runner = await run({
    connectionString: url,
    concurrency: simultaneous,
    noHandleSignals: true,
    logger,
    events,
    taskList: workerTasks(connection.db),
    parsedCronItems: workerClock(),
  });
  // Where the database does not answer, the next time does.
  setInterval(() => releaseAbandoned(connection.db).catch(() => undefined), releaseEveryMs);
  await workerStart(connection.db);
  beat();
  runner.promise.catch(() => undefined).then(() => giveUp('its queue'));
}

/** One after another, however long one takes; what failed is tried with the next. */
async function beat(): Promise<void> {
  while (!isStopping) {
    await workerPulse(connection.db).catch(() => undefined);
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
  await runner?.stop();
  await connection.close();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);

await untilDatabaseAnswers();
await startWork();
