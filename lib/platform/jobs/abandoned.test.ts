import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { releaseAbandoned, vouchFor } from './abandoned';
import { addJob } from './add-job';

const { db, url } = await testDatabase();

/** As the queue does when a worker takes a job. */
async function take(task: string, pool: string, secondsAgo: number): Promise<void> {
  await addJob(db, task, {});
  await db.execute(sql`update graphile_worker._private_jobs as jobs
    set locked_by = ${pool}, locked_at = now() - ${`${secondsAgo} seconds`}::interval, attempts = 1
    from graphile_worker._private_tasks as tasks where tasks.id = jobs.task_id and tasks.identifier = ${task}`);
}

async function held(): Promise<string[]> {
  const rows = await db.execute<{ task: string }>(sql`select task_identifier as task from graphile_worker.jobs
    where locked_by is not null order by 1`);
  return rows.map(({ task }) => task);
}

async function endSession(pool: string): Promise<void> {
  await db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${pool}`,
  );
}

test('what a dead worker holds goes back into the queue; a living one keeps its own, and a new one has a moment', async () => {
  const lost = vi.fn();
  await vouchFor(url, 'pool-living', lost);
  await take('of-the-dead', 'pool-dead', 60);
  await take('of-the-living', 'pool-living', 60);
  await take('of-the-new', 'pool-new', 1);
  await releaseAbandoned(db);
  expect(await held()).toEqual(['of-the-living', 'of-the-new']);
  expect(lost).not.toHaveBeenCalled();

  await endSession('pool-living');
  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
  await releaseAbandoned(db);
  expect(await held()).toEqual(['of-the-new']);
});

test('a worker that no session can stand for hears it', async () => {
  const lost = vi.fn();
  await vouchFor('postgres://nobody:nothing@127.0.0.1:1/none', 'pool-nowhere', lost);
  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
});
