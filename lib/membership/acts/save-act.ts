// Keeps what was typed of the act, whole or not, and writes the act down once it holds.
import { eq } from 'drizzle-orm';
import { application } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { type ActPlace, findWritable } from './find-writable';
import { actFields } from './model';
import { writeAct } from './write-act';

const longestValue = 4000;

/**
 * What was typed is kept before it is judged: nothing is lost by a refusal, nor by a closed browser.
 * @throws Refusal as `findWritable` and `writeAct`
 */
export async function saveAct(
  ctx: Context,
  place: ActPlace,
  typed: Readonly<Record<string, string>>,
): Promise<string> {
  const found = await findWritable(ctx, place);
  const entries = actFields.flatMap((field) => {
    const value = typed[field];
    return value === undefined ? [] : [[field, value.slice(0, longestValue)] as const];
  });
  const act = Object.fromEntries(entries);
  await ctx.db.update(application).set({ act, changedAt: ctx.now }).where(eq(application.id, found.id));
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const resolutionId = await writeAct(tx, found.organizationId, found.resolutionId, act);
    await db.update(application).set({ resolutionId }).where(eq(application.id, found.id));
    return resolutionId;
  });
}
