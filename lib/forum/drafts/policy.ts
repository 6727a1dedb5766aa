// Who may keep a draft: pure. Drafts are seen by their person alone.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import { writingRoles } from '../policy';

/** Whoever writes at all; where the text may go is asked when it is sent. */
export function mayKeepDrafts(actor: Actor): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  if (actsAs(actor, ...writingRoles)) return allow;
  return deny('readers-do-not-write');
}

/** Drafts of others are forgotten only by the machine that counts the days. */
export function mayCleanDrafts(actor: Actor): Verdict {
  return actor.kind === 'system' ? allow : deny('command-line-only');
}
