// Where an organisation stands now.
import { desc, eq } from 'drizzle-orm';
import { membershipStep } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { Standing } from './model';

/** For the deeds of this room; null where nothing has happened yet. */
export async function findState({ db }: Context, organizationId: string): Promise<Standing> {
  const [last] = await db
    .select({ state: membershipStep.state })
    .from(membershipStep)
    .where(eq(membershipStep.organizationId, organizationId))
    .orderBy(desc(membershipStep.number))
    .limit(1);
  return last?.state ?? null;
}
