// For whom a person writes: the seat they act for, or another of their own that the form names.
import type { Context, MemberContext } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { Refusal } from '@/lib/core/refusal';

/** @throws Refusal `not-allowed` for who is not signed in, or for a seat that is not (or no longer) theirs */
export function actFor(given: Context, seatId?: string): MemberContext {
  const actor = memberOf(given.actor);
  const seat = seatId === undefined ? actor.seat : actor.seats.find(({ id }) => id === seatId);
  if (!seat) throw new Refusal('not-allowed', 'seat-not-found', 'seatId');
  return { ...given, actor: { ...actor, seat } };
}
