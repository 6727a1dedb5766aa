// Folds what a signed mail is wrapped in: the lines that open it, the signature, a key.
import type { Sorting } from './model';

const opensMail = /^-----BEGIN PGP SIGNED MESSAGE-----\s*$/;
const field = /^(?:Hash|Charset|Version|Comment): /;
const opens = /^-----BEGIN PGP (?:SIGNATURE|PUBLIC KEY BLOCK)-----\s*$/;
const closes = /^-----END PGP /;

export function foldArmour({ lines, parts }: Sorting): void {
  let within: 'fields' | 'signature' | null = null;
  for (const [index, line] of lines.entries()) {
    if (opensMail.test(line)) within = 'fields';
    else if (opens.test(line)) within = 'signature';
    else if (within === 'fields' && !field.test(line)) within = null;
    if (within !== null) parts[index] = 'rest';
    if (closes.test(line)) within = null;
  }
}
