// Who says which words mean the same to the search: pure.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** They are the words of the whole network and a setting of the house at once, and tell nothing of what anybody wrote. */
export function mayKeepSynonyms(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return deny('sign-in');
  return actsAs(actor, 'coordinator', 'admin') ? allow : deny('office-only');
}
