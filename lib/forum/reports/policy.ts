// Who may decide on reports: pure. Whoever may take part may report, as they may thank.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** The coordinator, of every report: also of an area they may not read somebody must hear it; hiding asks more. */
export function mayCloseReports(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return deny('sign-in');
  return actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}
