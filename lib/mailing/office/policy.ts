// Who sees which addresses are stopped: pure.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** The referent, of the own organisation; the secretariat, of any. */
export function mayReadStopped(actor: Actor, organizationId: string): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  if (actsAs(actor, 'coordinator')) return allow;
  const isOwn = actor.seat.organization.id === organizationId;
  return isOwn && actsAs(actor, 'referent') ? allow : deny('other-organization');
}
