// The same said twice would be changed in one place and stay in the other: groups are kept apart, one keeper at a time.
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { areKnown } from './queries';

/**
 * Whoever else changes groups waits until the transaction ends.
 * @param except the id of the group that is being changed
 * @throws Refusal `conflict` where another group says all of it already
 */
export async function demandNew(tx: Context, forms: readonly string[], except?: string): Promise<void> {
  await tx.db.execute(sql`lock table search_synonym in share row exclusive mode`);
  if (await areKnown(tx, forms, except)) throw new Refusal('conflict', 'synonyms-known', 'forms');
}
