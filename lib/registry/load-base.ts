// Loads the registry's base where there is none yet.
import { commune } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isoDay } from '@/lib/core/time';
import { importRegistry } from './import-registry';
import { readBelfiore } from './read-belfiore';

/** The worker's first work; safe to run again. @returns how many communes came */
export async function loadBase(ctx: Context): Promise<number> {
  const [known] = await ctx.db.select({ id: commune.id }).from(commune).limit(1);
  if (known) return 0;
  const rows = await readBelfiore();
  const source = { rows, isComplete: false, asOf: isoDay(ctx.now), isDryRun: false };
  return (await importRegistry(ctx, source)).changes.length;
}
