// Offers a person a seat: it ends when the invitation does, and is theirs when they accept before.
import { invitation, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { findOpenSeat, type Place } from './find-open-seat';
import { lockOrganization } from './lock-organization';
import { invitationEnd } from './model';
import { renewInvitation } from './renew-invitation';
import { withinSeatLimit } from './within-seat-limit';

/**
 * An offer that still stands is made once more for another thirty days: one seat however often one invites.
 * @param tx within a transaction
 * @throws Refusal `conflict`: `already-in-seat` for who holds it, `seats-full`
 */
export async function offerSeat(tx: Context, place: Place): Promise<{ seatId: string; isNewSeat: boolean }> {
  await lockOrganization(tx, place.organizationId);
  const open = await findOpenSeat(tx, place);
  if (open && !open.isOffer) throw new Refusal('conflict', 'already-in-seat', 'email');
  return withinSeatLimit(tx, place, async (within) => {
    if (open) await renewInvitation(within, open.seatId);
    return { seatId: open?.seatId ?? (await addSeat(within, place)), isNewSeat: !open };
  });
}

async function addSeat({ db, actor, now }: Context, place: Place): Promise<string> {
  const id = newId();
  const expiresAt = invitationEnd(now);
  await db.insert(seat).values({ id, ...place, startedAt: now, endedAt: expiresAt, createdAt: now });
  const invitedById = actor.kind === 'member' ? actor.personId : null;
  await db.insert(invitation).values({ seatId: id, invitedById, sentAt: now, expiresAt, createdAt: now });
  return id;
}
