// What this room announces.
import type { Fact } from '@/lib/platform/jobs/announce';

export type PersonInvited = Fact & { name: 'people.person.invited'; seatId: string };

/** Someone may now sign in for an organisation, or was invited once more. */
export function personInvited(seatId: string): PersonInvited {
  return { name: 'people.person.invited', version: 1, seatId };
}

/** An organisation can be found. */
export function organizationAdded(organizationId: string): Fact {
  return { name: 'people.organization.added', version: 1, organizationId };
}

/** Name or seats of a person changed. */
export function personChanged(personId: string): Fact {
  return { name: 'people.person.changed', version: 1, personId };
}

/** Somebody wants to sign in with an address that no table holds yet: the fact has to name it. */
export function addressAsked(change: { personId: string; email: string; until: number }): Fact {
  return { name: 'people.address.asked', version: 1, ...change };
}

/** Somebody signs in with another address; the former one may be in no table any more. */
export function addressChanged(personId: string, former: string): Fact {
  return { name: 'people.address.changed', version: 1, personId, former };
}
