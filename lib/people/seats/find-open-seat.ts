// The seat a person holds, or is offered, at an organisation in a role.
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { invitation, seat } from '@/db/schema';
import type { Role } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';

export type Place = { personId: string; organizationId: string; role: Role };

/** @returns `isOffer` where it waits to be accepted; undefined where there is none now */
export async function findOpenSeat(
  { db, now }: Context,
  { personId, organizationId, role }: Place,
): Promise<{ seatId: string; isOffer: boolean } | undefined> {
  const [open] = await db
    .select({ seatId: seat.id, expiresAt: invitation.expiresAt, acceptedAt: invitation.acceptedAt })
    .from(seat)
    .leftJoin(invitation, eq(invitation.seatId, seat.id))
    .where(
      and(
        eq(seat.personId, personId),
        eq(seat.organizationId, organizationId),
        eq(seat.role, role),
        or(isNull(seat.endedAt), gt(seat.endedAt, now)),
      ),
    )
    .limit(1);
  return open && { seatId: open.seatId, isOffer: open.expiresAt !== null && open.acceptedAt === null };
}
