// Kills lose nothing: people write through the web while web, worker and PostgreSQL are killed at random moments.
// `npm run prove:kills -- [--kills 50] [--seed NUMBER] [--writers 5]` ends with a table, and with an error where a row is missing.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { type House, startHouse, type Victim, victims } from './kills/house';
import { type Finding, prove } from './kills/proof';
import { setStage } from './kills/stage';
import { type Tally, write } from './kills/writer';
import { makeRandom } from './make-random';

const killWithinMs = 1_500;
const workWithinMs = 2_000;
const acknowledgedBetween = 3;
const recoverWithinMs = 300_000;
const emptyWithinMs = 300_000;
const sealedWithinMs = 150_000;
const lookEveryMs = 100;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    writers: { type: 'string', default: '5' },
  },
});
const random = makeRandom(Number(values.seed));

/** `silentMs`: until somebody was told again of a post. */
type Death = { victim: Victim; underWay: number; silentMs: number };

/** Web and worker in turn; every other death of the database is one of a single session, which ends all the others. */
function nextVictim(number: number): Victim {
  const turn: Victim[] = ['web', 'worker', number % 6 < 3 ? 'PostgreSQL' : 'a session of PostgreSQL'];
  return turn[number % 3] ?? 'web';
}

/** Kills when everything works again, so that each death meets a house at work. */
async function killAll(house: House, tally: Tally, kills: number): Promise<Death[]> {
  const deaths: Death[] = [];
  for (let number = 0; number < kills; number++) {
    await pause(random() * killWithinMs);
    const victim = nextVictim(number);
    if (victim === 'worker') await untilAtWork(house);
    // It may be down already, since the last victim took it along.
    await until(`a living ${victim}`, recoverWithinMs, async () =>
      process.kill(await house.pidOf(victim), 0),
    );
    const pid = await house.pidOf(victim);
    const { underWay } = tally;
    await house.kill(victim);
    const silentMs = await untilWritten(tally, 1);
    deaths.push({ victim, underWay, silentMs });
    console.log(`${cell(number + 1, 4)} ${victim.padEnd(24)} ${seconds(silentMs).padStart(7)}`);
    await untilWritten(tally, acknowledgedBetween);
    await until(`another ${victim}`, recoverWithinMs, async () => (await house.pidOf(victim)) !== pid);
    if (victim === 'worker') await untilItWorks(house);
  }
  return deaths;
}

/** Facts wait for some seconds, and are told one after another. */
async function untilItWorks(house: House): Promise<void> {
  const finished = await countFinished(house);
  const isMore = async () => (await countFinished(house)) > finished;
  await until('a worker that works', recoverWithinMs, isMore);
}

function untilWritten(tally: Tally, count: number): Promise<number> {
  const wanted = tally.acknowledged.length + count;
  return until('somebody can write again', recoverWithinMs, async () => tally.acknowledged.length >= wanted);
}

/** A job lasts some milliseconds: at random the worker would mostly die idle. Gives up where none comes. */
async function untilAtWork({ sql: ask }: House): Promise<void> {
  for (const until = Date.now() + workWithinMs; Date.now() < until; ) {
    const held = await ask`select from graphile_worker.jobs where locked_by is not null limit 1`;
    if (held.length > 0) return;
  }
}

/** Asks until the database answers. */
async function countFinished({ sql: ask }: House): Promise<number> {
  for (;;) {
    const counted = await ask<{ jobs: number }[]>`select count(*)::int as jobs from finished_job`.catch(
      () => undefined,
    );
    if (counted) return counted[0]?.jobs ?? 0;
    await pause(lookEveryMs);
  }
}

/** What fails is not so yet: the database may be away. */
async function until(what: string, withinMs: number, isSo: () => Promise<boolean>): Promise<number> {
  const begun = performance.now();
  while (!(await isSo().catch(() => false))) {
    if (performance.now() - begun > withinMs) throw new Error(`It never came to this: ${what}.`);
    await pause(lookEveryMs);
  }
  return performance.now() - begun;
}

async function isNone({ db }: House, rows: ReturnType<typeof sql>): Promise<boolean> {
  return (await db.execute(sql`${rows} limit 1`)).length === 0;
}

function seconds(ms = 0): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function printDeaths(deaths: readonly Death[]): void {
  console.log('\nkill -9                    times   with a write under way   longest silence');
  for (const victim of victims) {
    const own = deaths.filter((death) => death.victim === victim);
    const during = own.filter(({ underWay }) => underWay > 0).length;
    const longest = seconds(Math.max(0, ...own.map(({ silentMs }) => silentMs)));
    console.log(`${victim.padEnd(24)} ${cell(own.length, 7)} ${cell(during, 24)} ${longest.padStart(17)}`);
  }
}

function printFindings(findings: readonly Finding[]): void {
  console.log(`\n${'rule'.padEnd(70)} looked at  violations`);
  for (const { rule, lookedAt, violations } of findings) {
    console.log(`${rule.padEnd(70)} ${cell(lookedAt, 9)} ${cell(violations.length, 11)}`);
    for (const one of violations.slice(0, 10)) console.log(`    ${one}`);
  }
}

function cell(number: number, width: number): string {
  return String(number).padStart(width);
}

console.log(`seed ${values.seed}`);
const house = await startHouse();
try {
  const stage = await setStage(house, Number(values.writers));
  const tally: Tally = { acknowledged: [], sent: 0, repeated: 0, clickedTwice: 0, faults: [], underWay: 0 };
  let isOver = false;
  const writing = Promise.all(
    stage.writers.map((spec, index) =>
      write({ ...spec, random: makeRandom(Number(values.seed) + index + 1) }, tally, () => isOver),
    ),
  );
  const deaths = await Promise.race([
    killAll(house, tally, Number(values.kills)),
    writing.then(() => Promise.reject(new Error('The writers ended too early.'))),
  ]).finally(() => {
    isOver = true;
  });
  await writing;
  const emptied = await until('an empty queue', emptyWithinMs, () =>
    isNone(house, sql`select from graphile_worker.jobs where task_identifier in ('fact', 'reaction')`),
  );
  await until('a sealed log', sealedWithinMs, () =>
    isNone(house, sql`select from audit_entry where seal is null`),
  );
  const acknowledged = [...stage.written, ...tally.acknowledged];
  const findings: Finding[] = [
    { rule: 'every writer got one answer for one text', lookedAt: tally.sent, violations: tally.faults },
    ...(await prove(house, stage, acknowledged)),
  ];
  printDeaths(deaths);
  console.log(
    `\n${stage.writers.length} writers sent ${tally.sent} times and were told of ${tally.acknowledged.length} posts;`,
  );
  console.log(
    `${tally.repeated} times nobody answered and they pressed again, ${tally.clickedTwice} times they pressed twice.`,
  );
  const [again] = await house.sql`select count(*) as jobs from finished_job where attempts > 1`;
  console.log(
    `${again?.jobs} jobs were begun again; the queue was empty ${seconds(emptied)} after the last post.`,
  );
  printFindings(findings);
  const violations = findings.reduce((sum, finding) => sum + finding.violations.length, 0);
  console.log(`\nseed ${values.seed}: ${deaths.length} kills, ${violations} violations`);
  if (violations > 0) process.exitCode = 1;
} catch (error) {
  console.error(house.lines.slice(-30).join('\n'));
  console.error(await house.describe());
  throw error;
} finally {
  await house.stop();
}
