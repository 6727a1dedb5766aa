// Who decides about mails: pure.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import { type AreaForPolicy, mayModerate } from '@/lib/forum/policy';

/** The coordinator who may read where it would go; where that is not known, any coordinator. */
export function mayDecideHeld(actor: Actor, areas: readonly AreaForPolicy[]): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  if (areas.length > 0) return mayModerate(actor, { areas });
  return actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}

/** The secretariat, and whoever stands at the machine. */
export function mayReplay(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return deny('sign-in');
  return actor.kind === 'system' || actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}
