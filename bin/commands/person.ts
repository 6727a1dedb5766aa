// `raccordo person invite`: gives a person a seat and sends the invitation. The first person of an empty network comes so.
import { parseArgs } from 'node:util';
import { runCommand } from '@/bin/run-command';
import { looksCertified } from '@/lib/core/email';
import { type Invitation, invitePerson } from '@/lib/people/invite-person';

export const usage = 'person invite ADDRESS --organization SLUG --role ROLE [--name NAME]';

type Given = { email: string; organization?: string; role?: string; name?: string };

/** @returns the exit code: 0 done, 2 not understood, above that refused */
export function run(args: string[]): Promise<number> {
  return runCommand(usage, read(args), async (ctx, given) => sentence(given, await invitePerson(ctx, given)));
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

function sentence({ email, organization, role }: Given, { isNewSeat }: Invitation): string {
  const done = isNewSeat
    ? `${email} may now sign in for ${organization} as ${role}; the invitation is on its way.`
    : `${email} already holds this seat; the invitation is sent again.`;
  return looksCertified(email) ? `${done}\n${certified}` : done;
}

/** MAIL.md E95. */
const certified =
  'This looks like a certified mailbox (PEC), which often refuses ordinary mail: the invitation is a test of delivery. ' +
  'The account opens when its holder follows the link that comes by mail; until then, ask for an ordinary address too.';
