// `raccordo organization add`: names an organisation, so that a person can be invited for it.
import { parseArgs } from 'node:util';
import { refusalExit } from '@/bin/refusal-exit';
import { withDatabase } from '@/bin/with-database';
import { addOrganization } from '@/lib/people/add-organization';

export const name = 'organization';
export const usage = 'organization add SLUG --name NAME --kind KIND [--status STATUS] [--lead]';

type Given = { slug: string; name?: string; kind?: string; status: string; lead: boolean };

/** @returns the exit code: 0 done, 2 not understood, above that refused */
export async function run(args: string[]): Promise<number> {
  const given = read(args);
  if (!given) {
    process.stderr.write(`Usage: raccordo ${usage}\n`);
    return 2;
  }
  try {
    const actor = { kind: 'system', name: 'command-line' } as const;
    await withDatabase((db) => addOrganization({ db, actor, now: new Date() }, given));
    process.stdout.write(`${given.name} is in the network as ${given.slug}.\n`);
    return 0;
  } catch (error) {
    return refusalExit(error);
  }
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
