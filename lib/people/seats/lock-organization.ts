// Holds an organisation while its seats change: two who change them at once come one after the other.
import { eq } from 'drizzle-orm';
import { organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';

/** For the rest of the transaction `tx.db` stands for; who only refers to the organisation does not wait. */
export async function lockOrganization(tx: Context, organizationId: string): Promise<void> {
  await tx.db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.id, organizationId))
    .for('no key update');
}
