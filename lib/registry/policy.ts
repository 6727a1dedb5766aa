// Who may change the registry: whoever runs the machine.
import type { Actor } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** It comes from a file on the machine, or from a package of the program. */
export function mayImportRegistry(actor: Actor): Verdict {
  return actor.kind === 'system' ? allow : deny('command-line-only');
}
