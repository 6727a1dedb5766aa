// Uses a code up: of the app once in its thirty seconds, a recovery code once for ever.
import { and, eq, isNull, lt } from 'drizzle-orm';
import { verify } from 'otplib';
import { recoveryCode, secondFactor } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { countAttempt, type Limit } from '../count-attempt';
import { asAppCode, codePeriod, codeTolerance, hashRecoveryCode } from './model';
import { readSecret } from './read-secret';

const tries: Limit = { name: 'second-factor', hits: 5, window: 15 * 60_000, reason: 'too-many-codes' };

/**
 * Counted before it is looked at, outside of any transaction that could forget it. Of two at once with one code the second is
 * refused (RFC 6238 §5.2).
 * @returns how it was proved
 * @throws Refusal `invalid` (`code-wrong`), `too-many`
 */
export async function redeemCode(ctx: Context, personId: string, typed: string): Promise<'app' | 'recovery'> {
  await countAttempt(ctx, tries, personId);
  const code = asAppCode(typed);
  if (code !== null && (await redeemAppCode(ctx, personId, code))) return 'app';
  if (code === null && (await redeemRecoveryCode(ctx, personId, typed))) return 'recovery';
  throw new Refusal('invalid', 'code-wrong', 'code');
}

async function redeemAppCode(ctx: Context, personId: string, token: string): Promise<boolean> {
  const known = await readSecret(ctx, personId);
  if (!known) return false;
  const epoch = Math.floor(ctx.now.getTime() / 1000);
  const found = await verify({
    secret: known.secret,
    token,
    epoch,
    period: codePeriod,
    epochTolerance: codeTolerance,
  });
  if (!found.valid || !('timeStep' in found)) return false;
  const used = await ctx.db
    .update(secondFactor)
    .set({ lastStep: found.timeStep })
    .where(and(eq(secondFactor.personId, personId), lt(secondFactor.lastStep, found.timeStep)))
    .returning({ personId: secondFactor.personId });
  return used.length > 0;
}

async function redeemRecoveryCode({ db, now }: Context, personId: string, typed: string): Promise<boolean> {
  const mine = and(
    eq(recoveryCode.personId, personId),
    eq(recoveryCode.hash, hashRecoveryCode(personId, typed)),
    isNull(recoveryCode.usedAt),
  );
  const used = await db
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(mine)
    .returning({ id: recoveryCode.id });
  return used.length > 0;
}
