// Who may have mail sent again to an address that was stopped: pure.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** The person, the referent of an organisation they work for, the secretariat, and whoever stands at the machine. */
export function mayResumeAddress(
  actor: Actor,
  owner: { personId: string | null; organizationIds: readonly string[] },
): Verdict {
  if (actor.kind === 'anonymous') return deny('sign-in');
  if (actor.kind === 'system' || actor.personId === owner.personId || actsAs(actor, 'coordinator'))
    return allow;
  const isColleague = owner.organizationIds.includes(actor.seat.organization.id);
  return isColleague && actsAs(actor, 'referent') ? allow : deny('other-organization');
}
