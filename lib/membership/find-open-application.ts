// The application of an organisation that is not decided yet; there is one at most.
import { and, eq, isNull } from 'drizzle-orm';
import { application } from '@/db/schema';
import type { Context } from '@/lib/core/context';

export type OpenApplication = typeof application.$inferSelect;

/** For the deeds of this room, which have asked for leave themselves. */
export async function findOpenApplication(
  { db }: Context,
  organizationId: string,
): Promise<OpenApplication | null> {
  const [found] = await db
    .select()
    .from(application)
    .where(and(eq(application.organizationId, organizationId), isNull(application.closedAt)));
  return found ?? null;
}
