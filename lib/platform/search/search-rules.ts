// By which rules documents and index are made: a fingerprint of the code that makes them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const wordRules = 'lib/text/words';
const makers = ['document', 'keep-documents', 'meili-index'].map((name) => `lib/platform/search/${name}.ts`);

let rules: string | undefined;

/** A word of a comment too many costs one rebuilding; a rule forgotten would cost what nobody finds. @returns SHA-256 */
export function searchRules(): string {
  rules ??= fingerprintOf([...filesIn(wordRules), ...makers]);
  return rules;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json|txt)$/.test(name) && !name.endsWith('.test.ts'))
    .toSorted()
    .map((name) => path.join(folder, name));
}

function fingerprintOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
