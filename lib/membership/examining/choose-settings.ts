// Chooses how adhesions are examined: whether a second person must admit.
import { setting } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { mayExamine } from '../policy';
import { examiningKey, examiningSettings } from './model';

/** @throws Refusal `not-allowed`, `invalid` */
export async function chooseSettings(ctx: Context, input: unknown): Promise<void> {
  demand(mayExamine(ctx.actor));
  const value = parseInput(examiningSettings, input);
  await ctx.db.transaction(async (db) => {
    await db
      .insert(setting)
      .values({ key: examiningKey, value })
      .onConflictDoUpdate({ target: setting.key, set: { value } });
    await record(
      { ...ctx, db },
      { act: 'membership.choose-settings', subject: 'setting:membership', detail: value },
    );
  });
}
