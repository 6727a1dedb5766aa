// Forgets a person's second factor with all its codes.
import { eq } from 'drizzle-orm';
import { recoveryCode, secondFactor } from '@/db/schema';
import type { Context } from '@/lib/core/context';

/** Called by the deeds that have asked for leave. */
export async function clearFactor({ db }: Context, personId: string): Promise<void> {
  await db.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
  await db.delete(secondFactor).where(eq(secondFactor.personId, personId));
}
