// Who may invite whom, see whom, and change what: pure, over the seat one acts for.
import { roles } from '@/db/words';
import { type Actor, actsAs, type Role } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** What a referent may give at the own organisation; secretariat and administration are not theirs to give. */
const givenByReferents: readonly Role[] = ['operator', 'referent', 'officer', 'reader'];

/**
 * DOMAIN.md §2: the command line anyone, the coordinator anyone but the technical administrator (a role that only
 * whoever runs the machine gives), the referent the own organisation's seats.
 */
export function mayInvite(actor: Actor, organizationId: string, role: Role): Verdict {
  if (actor.kind === 'system') return allow;
  if (actor.kind === 'anonymous') return deny('sign-in');
  if (actsAs(actor, 'coordinator')) return role === 'admin' ? deny('role-not-yours-to-give') : allow;
  if (!actsAs(actor, 'referent')) return deny('referents-invite');
  if (actor.seat.organization.id !== organizationId) return deny('other-organization');
  if (!actor.seat.organization.writes) return deny('organization-reads-only');
  return givenByReferents.includes(role) ? allow : deny('role-not-yours-to-give');
}

/** Whoever gives a seat may end it. */
export function mayEndSeat(actor: Actor, seat: { organizationId: string; role: Role }): Verdict {
  return mayInvite(actor, seat.organizationId, seat.role);
}

/** The roles a form offers: those that the deed would give, coordinators being the lead body's. */
export function rolesToGive(actor: Actor, organization: { id: string; isLead: boolean }): Role[] {
  return roles.filter(
    (role) =>
      mayInvite(actor, organization.id, role).allowed && (role !== 'coordinator' || organization.isLead),
  );
}

/** Who holds which seat since when, and who is invited, is for whoever gives seats there. */
export function mayReadSeats(actor: Actor, organizationId: string): Verdict {
  return mayInvite(actor, organizationId, 'operator');
}

/** How many may hold a role is agreed upon by the whole network. */
export function maySetSeatLimits(actor: Actor): Verdict {
  return mayAddOrganization(actor);
}

/** Whoever invites anyone may also name the organisation they come from. */
export function mayAddOrganization(actor: Actor): Verdict {
  if (actor.kind === 'system') return allow;
  return actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}

/** Organisations are public; who works there, with phone and mail, is for members. */
export function mayReadPeople(actor: Actor): Verdict {
  return actor.kind === 'anonymous' ? deny('sign-in') : allow;
}

/** A profile, its sessions and the choice of seat are the person's alone. */
export function mayManageSelf(actor: Actor): Verdict {
  return actor.kind === 'member' ? allow : deny('sign-in');
}
