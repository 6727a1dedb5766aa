// What every command that calls one deed does around it: says how it is used, opens the database, turns a refusal into an exit code.
import type { Context } from '@/lib/core/context';
import { refusalExit } from './refusal-exit';
import { withDatabase } from './with-database';

const notUnderstood = 2;

/**
 * @param given null when the words of the call were not understood
 * @param work calls the deed and answers the sentence to print
 * @returns the exit code: 0 done, 2 not understood, above that refused
 */
export async function runCommand<Given>(
  usage: string,
  given: Given | null,
  work: (ctx: Context, given: Given) => Promise<string>,
): Promise<number> {
  if (given === null) {
    process.stderr.write(`Usage: raccordo ${usage}\n`);
    return notUnderstood;
  }
  try {
    const actor = { kind: 'system', name: 'command-line' } as const;
    const sentence = await withDatabase((db) => work({ db, actor, now: new Date() }, given));
    process.stdout.write(`${sentence}\n`);
    return 0;
  } catch (error) {
    return refusalExit(error);
  }
}
