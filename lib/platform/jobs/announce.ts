// Tells the house that something happened: one job in the same transaction, so nothing is lost after the commit.
import type { Database } from '@/db/client';
import { addJob } from './add-job';

/** `name` is past tense, `<room>.<thing>.<what happened>`; a fact carries ids only, and the version of its shape. */
export type Fact = { readonly name: `${string}.${string}.${string}`; readonly version: number } & Record<
  string,
  string | number
>;

/** The task under which the worker finds facts. */
export const factTask = 'fact';

export async function announce(tx: Database, fact: Fact): Promise<void> {
  await addJob(tx, factTask, fact);
}
