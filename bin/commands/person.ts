// `raccordo person invite`: gives a person a seat and sends the invitation. The first person of an empty network comes so.
import { parseArgs } from 'node:util';
import { refusalExit } from '@/bin/refusal-exit';
import { withDatabase } from '@/bin/with-database';
import type { Context } from '@/lib/core/context';
import { type Invitation, invitePerson } from '@/lib/people/invite-person';

export const name = 'person';
export const usage = 'person invite ADDRESS --organization SLUG --role ROLE [--name NAME]';

type Given = { email: string; organization?: string; role?: string; name?: string };

/** @returns the exit code: 0 done, 2 not understood, above that refused */
export async function run(args: string[]): Promise<number> {
  const given = read(args);
  if (!given) {
    process.stderr.write(`Usage: raccordo ${usage}\n`);
    return 2;
  }
  try {
    const made = await withDatabase((db) => invitePerson(context(db), given));
    process.stdout.write(`${sentence(given, made)}\n`);
    return 0;
  } catch (error) {
    return refusalExit(error);
  }
}

function read(args: string[]): Given | null {
  const text = { type: 'string' } as const;
  const options = { organization: text, role: text, name: text };
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [verb, email, ...rest] = positionals;
    return verb === 'invite' && email && rest.length === 0 ? { email, ...values } : null;
  } catch {
    return null;
  }
}

function context(db: Context['db']): Context {
  return { db, actor: { kind: 'system', name: 'command-line' }, now: new Date() };
}

function sentence({ email, organization, role }: Given, { isNewSeat }: Invitation): string {
  return isNewSeat
    ? `${email} may now sign in for ${organization} as ${role}; the invitation is on its way.`
    : `${email} already holds this seat; the invitation is sent again.`;
}
