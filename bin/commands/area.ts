// `raccordo area add`: opens a list of the forum, so that people can write to it and an archive can be imported into it.
import { parseArgs } from 'node:util';
import { runCommand } from '@/bin/run-command';
import { addArea } from '@/lib/forum/add-area';

export const usage =
  'area add SLUG --name NAME --address ADDRESS [--description TEXT] [--audience network|communes|chosen|public]' +
  ' [--posting members|coordinators] [--organization SLUG …]';

/** @returns the exit code: 0 done, 2 not understood, above that refused */
export function run(args: string[]): Promise<number> {
  return runCommand(usage, read(args), async (ctx, given) => {
    await addArea(ctx, given);
    return `The area ${given.slug} is open.`;
  });
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
