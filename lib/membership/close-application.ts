// Closes an application: its link leads no further, and another may be opened.
import { eq } from 'drizzle-orm';
import { application } from '@/db/schema';
import type { Context } from '@/lib/core/context';

/** Called by the deeds that decide on it, in their transaction. */
export async function closeApplication({ db, now }: Context, applicationId: string): Promise<void> {
  await db.update(application).set({ closedAt: now }).where(eq(application.id, applicationId));
}
