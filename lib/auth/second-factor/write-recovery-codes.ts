// Hands out ten new recovery codes; the ones before work no more.
import { eq } from 'drizzle-orm';
import { recoveryCode } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { hashRecoveryCode, makeRecoveryCode, recoveryCodes } from './model';

/** Only hashes stay. */
export async function writeRecoveryCodes({ db, now }: Context, personId: string): Promise<string[]> {
  await db.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
  const codes = Array.from({ length: recoveryCodes }, makeRecoveryCode);
  await db
    .insert(recoveryCode)
    .values(codes.map((code) => ({ personId, hash: hashRecoveryCode(personId, code), createdAt: now })));
  return codes;
}
