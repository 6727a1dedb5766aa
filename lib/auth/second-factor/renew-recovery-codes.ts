// New recovery codes for whoever has used or lost the ones before.
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { record } from '@/lib/platform/audit/record';
import { announceFactor } from './announce-factor';
import { codeInput, type Holder } from './model';
import { redeemCode } from './redeem-code';
import { writeRecoveryCodes } from './write-recovery-codes';

/** @returns the codes, shown this once @throws Refusal `invalid` (`code-wrong`), `too-many` */
export async function renewRecoveryCodes(
  ctx: Context,
  { personId }: Holder,
  input: unknown,
): Promise<string[]> {
  const { code } = parseInput(codeInput, input);
  await redeemCode(ctx, personId, code);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await announceFactor(tx, personId, 'renewed');
    await record(tx, { act: 'auth.renew-recovery-codes', subject: `person:${personId}` });
    return writeRecoveryCodes(tx, personId);
  });
}
