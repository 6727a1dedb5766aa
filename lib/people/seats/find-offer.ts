// The invitation behind a seat, for the deeds that change it.
import { eq } from 'drizzle-orm';
import { invitation, seat } from '@/db/schema';
import type { Role } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { type SeatState, seatState } from './model';

export type OfferedSeat = {
  personId: string;
  organizationId: string;
  role: Role;
  state: SeatState;
};

/** @throws Refusal `not-found` for a seat that is unknown or was never offered by an invitation */
export async function findOffer({ db, now }: Context, seatId: string): Promise<OfferedSeat> {
  const [found] = await db
    .select({
      personId: seat.personId,
      organizationId: seat.organizationId,
      role: seat.role,
      offer: {
        expiresAt: invitation.expiresAt,
        acceptedAt: invitation.acceptedAt,
        revokedAt: invitation.revokedAt,
      },
    })
    .from(seat)
    .innerJoin(invitation, eq(invitation.seatId, seat.id))
    .where(eq(seat.id, seatId));
  if (!found) throw new Refusal('not-found', 'seat-not-found');
  const { offer, ...offered } = found;
  return { ...offered, state: seatState(offer, now) };
}
