// A house at rest: what the worker does at its start, and what follows from a deed, is not counted with what pages cost.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { cpuOf } from './cpu';
import type { House } from './house';

const withinMs = 180_000;
const lookEveryMs = 250;
const restMs = 1_000;
/** More than a house at rest uses in that time, and less than one that starts. */
const mostRestCpuMs = 250;

type Resting = Pick<House, 'db' | 'pids' | 'database'>;

/**
 * Facts wait until a post can no longer be taken back: nothing may be in the queue, not even for later, but what
 * was given up.
 * @returns CPU milliseconds an idle house used in a second
 */
export async function untilIdle({ db, pids, database }: Resting): Promise<number> {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(lookEveryMs)) {
    const [row] = await db.execute<{ open: number }>(
      sql`select count(*)::int as open from graphile_worker._private_jobs where attempts < max_attempts`,
    );
    if (row?.open !== 0) continue;
    const before = cpuOf([...pids, database]);
    await pause(restMs);
    const used = cpuOf([...pids, database]) - before;
    if (used <= mostRestCpuMs) return used;
  }
  throw new Error('The house does not come to rest: what pages cost cannot be told.');
}
