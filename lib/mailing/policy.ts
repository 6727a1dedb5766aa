// Who may bring an archive in, and who may see mails as they came.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** Only whoever already stands at the machine. */
export function mayImportArchive(actor: Actor): Verdict {
  return actor.kind === 'system' ? allow : deny('command-line-only');
}

/** Raw mails hold what was masked in the posts: they are the secretariat's alone. */
export function mayReadRawMail(actor: Actor): Verdict {
  return actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}
