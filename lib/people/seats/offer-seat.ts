// Offers a seat for thirty days: until it is accepted it ends when its invitation does.
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { invitation, organization, seat } from '@/db/schema';
import type { Role } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { invitationLifetime } from './model';
import { refuseFull } from './refuse-full';

export type Offer = { personId: string; organizationId: string; role: Role };
export type Offered = { seatId: string; isNewSeat: boolean; isHeld: boolean };

/**
 * Called by the deeds that invite, in their transaction. The organisation is locked, so that two invitations at once make one
 * seat.
 * @throws Refusal `conflict` (`seats-full`) where the database holds the limit of the agreement
 */
export async function offerSeat(ctx: Context, { personId, organizationId, role }: Offer): Promise<Offered> {
  const { db, now } = ctx;
  await db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.id, organizationId))
    .for('update');
  const same = [eq(seat.personId, personId), eq(seat.organizationId, organizationId), eq(seat.role, role)];
  const [held] = await db
    .select({ id: seat.id, endedAt: seat.endedAt })
    .from(seat)
    .where(and(...same, or(isNull(seat.endedAt), gt(seat.endedAt, now))));
  if (held?.endedAt === null) return { seatId: held.id, isNewSeat: false, isHeld: true };
  const seatId = held?.id ?? newId();
  const expiresAt = new Date(now.getTime() + invitationLifetime);
  const row = {
    id: seatId,
    personId,
    organizationId,
    role,
    startedAt: now,
    endedAt: expiresAt,
    createdAt: now,
  };
  await db
    .insert(seat)
    .values(row)
    .onConflictDoUpdate({ target: seat.id, set: { endedAt: expiresAt } })
    .catch(refuseFull);
  const invitedById = ctx.actor.kind === 'member' ? ctx.actor.personId : null;
  const offer = { invitedById, sentAt: now, expiresAt, acceptedAt: null, revokedAt: null };
  await db
    .insert(invitation)
    .values({ seatId, ...offer })
    .onConflictDoUpdate({ target: invitation.seatId, set: offer });
  return { seatId, isNewSeat: held === undefined, isHeld: false };
}
