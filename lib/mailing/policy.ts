// Who may bring an archive in: only whoever already stands at the machine.
import type { Actor } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

export function mayImportArchive(actor: Actor): Verdict {
  return actor.kind === 'system' ? allow : deny('command-line-only');
}
