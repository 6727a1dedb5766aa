// Who says which tags mean the same: pure.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** Tags are the words of the whole network, so that the secretariat keeps them. */
export function mayKeepTags(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return deny('sign-in');
  return actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}
