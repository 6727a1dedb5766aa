// `raccordo area add`: opens a list of the forum, so that people can write to it and an archive can be imported into it.
import { parseArgs } from 'node:util';
import { refusalExit } from '@/bin/refusal-exit';
import { withDatabase } from '@/bin/with-database';
import { addArea } from '@/lib/forum/add-area';

export const name = 'area';
export const usage =
  'area add SLUG --name NAME --address ADDRESS [--description TEXT] [--audience network|communes|chosen|public]' +
  ' [--posting members|coordinators] [--organization SLUG …]';

/** @returns the exit code: 0 done, 2 not understood, above that refused */
export async function run(args: string[]): Promise<number> {
  const given = read(args);
  if (!given) {
    process.stderr.write(`Usage: raccordo ${usage}\n`);
    return 2;
  }
  try {
    const actor = { kind: 'system', name: 'command-line' } as const;
    await withDatabase((db) => addArea({ db, actor, now: new Date() }, given));
    process.stdout.write(`The area ${given.slug} is open.\n`);
    return 0;
  } catch (error) {
    return refusalExit(error);
  }
}

function read(args: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    ...{ name: text, address: text, description: text, audience: text, posting: text },
    organization: { type: 'string', multiple: true } as const,
  };
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [verb, slug, ...rest] = positionals;
    if (verb !== 'add' || !slug || rest.length > 0) return null;
    const { address: postingAddress, posting: postingRule, organization: organizations, ...more } = values;
    return { slug, postingAddress, postingRule, organizations, ...more };
  } catch {
    return null;
  }
}
