// Thirty more days for an invitation, from whoever sends it now.
import { eq } from 'drizzle-orm';
import { invitation, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { invitationEnd } from './model';

/** Writes only: whoever calls holds the organisation and knows that the invitation was not accepted. */
export async function renewInvitation({ db, actor, now }: Context, seatId: string): Promise<void> {
  const expiresAt = invitationEnd(now);
  const by = actor.kind === 'member' ? { invitedById: actor.personId } : {};
  await db.update(seat).set({ endedAt: expiresAt }).where(eq(seat.id, seatId));
  await db
    .update(invitation)
    .set({ ...by, sentAt: now, expiresAt })
    .where(eq(invitation.seatId, seatId));
}
