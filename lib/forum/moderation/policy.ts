// Who may change a thread as a whole and read the log: pure.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import { type AreaForPolicy, mayModerate, mayReadArea, mayWriteInArea } from '../policy';

/** A thread goes only where the moderator might have started it. */
export function mayMove(
  actor: Actor,
  thread: { areas: readonly AreaForPolicy[] },
  areas: readonly AreaForPolicy[],
): Verdict {
  const verdicts = [mayModerate(actor, thread), ...areas.map((area) => mayWriteInArea(actor, area))];
  return verdicts.find((verdict) => !verdict.allowed) ?? allow;
}

/** The areas of a thread that a moderator may not read, and so leaves as they are. */
export function unseenAreas<Area extends AreaForPolicy>(
  actor: Actor,
  { areas }: { areas: readonly Area[] },
): Area[] {
  return areas.filter((area) => !mayReadArea(actor, area).allowed);
}

/** The log of what was done in the forum is the secretariat's. */
export function mayReadLog(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return deny('sign-in');
  return actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}
