// Who may have copies sent.
import type { Actor } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** The worker alone: what leaves follows from facts, nobody sends a copy by hand. */
export function maySendCopies(actor: Actor): Verdict {
  return actor.kind === 'system' ? allow : deny('command-line-only');
}
