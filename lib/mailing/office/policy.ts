// Who sees which addresses are stopped: pure.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** By the organisation's slug: the referent, of the own organisation; the secretariat, of any. */
export function mayReadStopped(actor: Actor, slug: string): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  if (actsAs(actor, 'coordinator')) return allow;
  const isOwn = actor.seat.organization.slug === slug;
  return isOwn && actsAs(actor, 'referent') ? allow : deny('other-organization');
}
