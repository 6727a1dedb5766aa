// Whose session it is, also while their role waits for a second factor.
import type { Visitor } from '@/lib/auth/find-actor';
import type { Holder } from '@/lib/auth/second-factor/model';

/** Null for whoever has no session, or has not given the code that is asked for. */
export function holderOf({ actor, sessionId, waiting }: Visitor): Holder | null {
  if (waiting) return waiting.for === 'setup' ? waiting : null;
  return actor.kind === 'member' && sessionId ? { personId: actor.personId, sessionId } : null;
}
