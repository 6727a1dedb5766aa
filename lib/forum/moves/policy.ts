// Who may merge threads: pure. Splitting one is moving a part of it, and asks `mayMove`.
import type { Actor } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import { unseenAreas } from '../moderation/policy';
import { type AreaForPolicy, mayModerate } from '../policy';

/**
 * Whoever keeps order in both. A thread that also stands where the moderator may not read stays: its readers there
 * would lose it, and the moderator could not know.
 */
export function mayMerge(
  actor: Actor,
  going: { areas: readonly AreaForPolicy[] },
  into: { areas: readonly AreaForPolicy[] },
): Verdict {
  const verdicts = [mayModerate(actor, going), mayModerate(actor, into)];
  const refused = verdicts.find((verdict) => !verdict.allowed);
  if (refused) return refused;
  return unseenAreas(actor, going).length > 0 ? deny('stands-elsewhere') : allow;
}
