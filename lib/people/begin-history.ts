// The first step in the history of an organisation that is named with a standing: none belongs to the network without one.

import { eq } from 'drizzle-orm';
import { membershipStep, organization } from '@/db/schema';
import type { MembershipDeed, MembershipState, NetworkStatus } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { isoDay } from '@/lib/core/time';

const beginnings: Partial<Record<NetworkStatus, [MembershipDeed, MembershipState][]>> = {
  member: [['admit', 'active']],
  interested: [['express-interest', 'interested']],
  former: [
    ['admit', 'active'],
    ['end', 'ended'],
  ],
};

/** For whoever names it, in the same transaction; today is the day. External bodies have no history. */
export async function beginHistory(
  { db, now }: Context,
  organizationId: string,
  status: NetworkStatus,
): Promise<void> {
  const steps = beginnings[status] ?? [];
  const takenOn = isoDay(now);
  const rows = steps.map(([deed, state], index) => ({
    ...{ organizationId, number: index + 1, deed, state, takenOn, takenAt: now },
  }));
  if (rows.length === 0) return;
  await db.insert(membershipStep).values(rows);
  if (status === 'member')
    await db.update(organization).set({ joinedOn: takenOn }).where(eq(organization.id, organizationId));
}
