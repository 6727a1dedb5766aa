// Who acts: nobody in particular, a person for an organisation, or the system itself.
import type { Locale, OrganizationKind, Role } from '@/db/words';

export type { Locale, OrganizationKind, Role } from '@/db/words';

/** One role of one person in one organisation, active now. */
export type Seat = {
  readonly id: string;
  readonly role: Role;
  readonly organization: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly kind: OrganizationKind;
    /** False where it is suspended or has left: its people read what they could read, and write no more. */
    readonly writes: boolean;
  };
};

export type Anonymous = { readonly kind: 'anonymous' };

/** A signed-in person. `seat` is the one they act for now; `seats` are all their active ones, `seat` included. */
export type Member = {
  readonly kind: 'member';
  readonly personId: string;
  readonly name: string;
  readonly locale: Locale | null;
  readonly seat: Seat;
  readonly seats: readonly Seat[];
};

/** The command line and the worker: trusted by whoever can already reach the database. */
export type System = { readonly kind: 'system'; readonly name: 'command-line' | 'worker' | 'demo' };

export type Actor = Anonymous | Member | System;

export const anonymous: Anonymous = { kind: 'anonymous' };

/** Whether the actor holds one of these roles in the seat they act for: rights never add up across seats. */
export function actsAs(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.kind === 'member' && roles.includes(actor.seat.role);
}
