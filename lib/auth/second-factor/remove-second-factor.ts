// Switches one's own second factor off, by a last code.
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { announceFactor } from './announce-factor';
import { clearFactor } from './clear-factor';
import { codeInput, type Holder } from './model';
import { findSecondFactor } from './queries';
import { redeemCode } from './redeem-code';

/** @throws Refusal `invalid` (`code-wrong`), `too-many`, `conflict` (`second-factor-required`) */
export async function removeSecondFactor(ctx: Context, { personId }: Holder, input: unknown): Promise<void> {
  const { code } = parseInput(codeInput, input);
  const { isRequired } = await findSecondFactor(ctx, personId);
  if (isRequired) throw new Refusal('conflict', 'second-factor-required', 'code');
  await redeemCode(ctx, personId, code);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await clearFactor(tx, personId);
    await announceFactor(tx, personId, 'off');
    await record(tx, { act: 'auth.remove-second-factor', subject: `person:${personId}` });
  });
}
