// Who verified the act an organisation joins by.
import { and, desc, eq } from 'drizzle-orm';
import { membershipStep } from '@/db/schema';
import type { Context } from '@/lib/core/context';

/** @returns the person of the last verification; null where the command line verified */
export async function findVerifier({ db }: Context, organizationId: string): Promise<string | null> {
  const [found] = await db
    .select({ personId: membershipStep.personId })
    .from(membershipStep)
    .where(and(eq(membershipStep.organizationId, organizationId), eq(membershipStep.deed, 'verify')))
    .orderBy(desc(membershipStep.number))
    .limit(1);
  return found?.personId ?? null;
}
