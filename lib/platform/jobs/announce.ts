// Tells the house that something happened: one job in the same transaction, so nothing is lost after the commit.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { addJob } from './add-job';

/** `name` is past tense, `<room>.<thing>.<what happened>`; a fact carries ids only, and the version of its shape. */
export type Fact = { readonly name: `${string}.${string}.${string}`; readonly version: number } & Record<
  string,
  string | number
>;

/** The task under which the worker finds facts. */
export const factTask = 'fact';

/** What may still be taken back is announced later, under a key by which it can be unsaid. */
export type Delay = { key: string; runAt: Date };

/** Writes the fact down as a job of the caller's transaction. */
export async function announce(tx: Database, fact: Fact, delay?: Delay): Promise<void> {
  await addJob(tx, factTask, fact, delay);
}

/** Takes a delayed fact out of the queue; one that is being told already is told, and its reactions find nothing. */
export async function unsay(tx: Database, key: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.remove_job(${key})`);
}
