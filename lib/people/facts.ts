// What this room announces.
import type { Fact } from '@/lib/platform/jobs/announce';

export type PersonInvited = Fact & { name: 'people.person.invited'; seatId: string };

/** Someone may now sign in for an organisation, or was invited once more. */
export function personInvited(seatId: string): PersonInvited {
  return { name: 'people.person.invited', version: 1, seatId };
}
