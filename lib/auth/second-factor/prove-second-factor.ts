// After the mailed link: a code lets the person act in this session.
import { eq } from 'drizzle-orm';
import { session } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { record } from '@/lib/platform/audit/record';
import { announceFactor } from './announce-factor';
import { codeInput, type Holder } from './model';
import { redeemCode } from './redeem-code';

/** @throws Refusal `invalid` (`code-wrong`), `too-many` */
export async function proveSecondFactor(
  ctx: Context,
  { personId, sessionId }: Holder,
  input: unknown,
): Promise<void> {
  const { code } = parseInput(codeInput, input);
  const by = await redeemCode(ctx, personId, code);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await db.update(session).set({ secondFactorAt: ctx.now }).where(eq(session.id, sessionId));
    if (by === 'recovery') await announceFactor(tx, personId, 'recovered');
    await record(tx, { act: 'auth.prove-second-factor', subject: `person:${personId}`, detail: { by } });
  });
}
