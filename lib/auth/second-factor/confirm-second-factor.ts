// Switches the second factor on: a code proves that the app has the secret, and recovery codes are handed out once.
import { eq } from 'drizzle-orm';
import { secondFactor, session } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { announceFactor } from './announce-factor';
import { codeInput, type Holder } from './model';
import { readSecret } from './read-secret';
import { redeemCode } from './redeem-code';
import { writeRecoveryCodes } from './write-recovery-codes';

/** @returns the recovery codes, shown this once @throws Refusal `invalid`, `conflict`, `too-many` */
export async function confirmSecondFactor(
  ctx: Context,
  { personId, sessionId }: Holder,
  input: unknown,
): Promise<string[]> {
  const { code } = parseInput(codeInput, input);
  const known = await readSecret(ctx, personId);
  if (!known) throw new Refusal('conflict', 'second-factor-off');
  if (known.isConfirmed) throw new Refusal('conflict', 'second-factor-on');
  await redeemCode(ctx, personId, code);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await db.update(secondFactor).set({ confirmedAt: ctx.now }).where(eq(secondFactor.personId, personId));
    await db.update(session).set({ secondFactorAt: ctx.now }).where(eq(session.id, sessionId));
    await announceFactor(tx, personId, 'on');
    await record(tx, { act: 'auth.confirm-second-factor', subject: `person:${personId}` });
    return writeRecoveryCodes(tx, personId);
  });
}
