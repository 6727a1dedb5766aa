// `raccordo audit verify`: walks the chain of seals and says whether any entry was changed or taken out.
import { withDatabase } from '@/bin/with-database';
import { findBrokenSeal } from '@/lib/platform/audit/seal';

export const usage = 'audit verify';

/** @returns the exit code: 0 whole, 1 broken, 2 not understood */
export async function run(args: string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== 'verify') {
    process.stderr.write(`Usage: raccordo ${usage}\n`);
    return 2;
  }
  const broken = await withDatabase(findBrokenSeal);
  process.stdout.write(broken ? `The chain is broken at entry ${broken}.\n` : 'The chain is whole.\n');
  return broken ? 1 : 0;
}
