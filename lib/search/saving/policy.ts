// Who may keep searches: pure. Each person keeps and changes their own alone; whose a search is, is part of every statement.
import type { Actor } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

export function mayKeepSearches(actor: Actor): Verdict {
  return actor.kind === 'member' ? allow : deny('sign-in');
}
