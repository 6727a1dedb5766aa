// `raccordo person`: gives a person a seat and sends the invitation, as the first person of an empty network comes; or
// switches off the second factor of whoever lost it.
import { parseArgs } from 'node:util';
import { runCommand } from '@/bin/run-command';
import { resetSecondFactor } from '@/lib/auth/second-factor/reset-second-factor';
import { looksCertified } from '@/lib/core/email';
import { type Invitation, invitePerson } from '@/lib/people/invite-person';

export const usage = `person invite ADDRESS --organization SLUG --role ROLE [--name NAME]
person reset-second-factor ADDRESS`;

type Given = {
  verb: 'invite' | 'reset-second-factor';
  email: string;
  organization?: string;
  role?: string;
  name?: string;
};

/** @returns the exit code: 0 done, 2 not understood, above that refused */
export function run(args: string[]): Promise<number> {
  return runCommand(usage, read(args), async (ctx, { verb, ...given }) => {
    if (verb === 'invite') return sentence(given, await invitePerson(ctx, given));
    await resetSecondFactor(ctx, given);
    return `The second factor of ${given.email} is off; a mail tells them so.`;
  });
}

function read(args: string[]): Given | null {
  const text = { type: 'string' } as const;
  const options = { organization: text, role: text, name: text };
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [verb, email, ...rest] = positionals;
    const isKnown = verb === 'invite' || verb === 'reset-second-factor';
    return isKnown && email && rest.length === 0 ? { verb, email, ...values } : null;
  } catch {
    return null;
  }
}

function sentence({ email, organization, role }: Omit<Given, 'verb'>, { isNewSeat }: Invitation): string {
  const done = isNewSeat
    ? `${email} may now sign in for ${organization} as ${role}; the invitation is on its way.`
    : `${email} already holds this seat; the invitation is sent again.`;
  return looksCertified(email) ? `${done}\n${certified}` : done;
}

/** MAIL.md E95. */
const certified =
  'This looks like a certified mailbox (PEC), which often refuses ordinary mail: the invitation is a test of delivery. ' +
  'The account opens when its holder follows the link that comes by mail; until then, ask for an ordinary address too.';
