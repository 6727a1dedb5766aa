// `raccordo organization add`: names an organisation, so that a person can be invited for it.
import { parseArgs } from 'node:util';
import { runCommand } from '@/bin/run-command';
import { addOrganization } from '@/lib/people/add-organization';

export const usage = 'organization add SLUG --name NAME --kind KIND [--status STATUS] [--lead]';

type Given = { slug: string; name?: string; kind?: string; status: string; lead: boolean };

/** @returns the exit code: 0 done, 2 not understood, above that refused */
export function run(args: string[]): Promise<number> {
  return runCommand(usage, read(args), async (ctx, given) => {
    await addOrganization(ctx, given);
    return `${given.name} is in the network as ${given.slug}.`;
  });
}

function read(args: string[]): Given | null {
  const text = { type: 'string' } as const;
  const options = { name: text, kind: text, status: text, lead: { type: 'boolean' } as const };
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [verb, slug, ...rest] = positionals;
    const { status = 'member', lead = false } = values;
    return verb === 'add' && slug && rest.length === 0 ? { slug, ...values, status, lead } : null;
  } catch {
    return null;
  }
}
