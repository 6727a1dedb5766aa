// Who looks after the search: the machine alone.
import type { Actor } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** The worker and the command line. */
export function mayKeepSearch(actor: Actor): Verdict {
  return actor.kind === 'system' ? allow : deny('command-line-only');
}
