// Switches off the second factor of somebody who lost app and codes: whoever knows them answers for it.
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { address, person, seat } from '@/db/schema';
import { actsAs } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { emailInput } from '@/lib/core/email';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { announceFactor } from './announce-factor';
import { clearFactor } from './clear-factor';
import { readSecret } from './read-secret';

const input = z.object({ email: emailInput });

/**
 * The coordinator for anyone but technical administrators, the command line for all. The person is told by mail.
 * @throws Refusal `not-allowed`, `not-found`, `conflict` (`second-factor-off`)
 */
export async function resetSecondFactor(ctx: Context, given: unknown): Promise<void> {
  const { actor, db } = ctx;
  if (actor.kind !== 'system' && !actsAs(actor, 'coordinator'))
    throw new Refusal('not-allowed', 'secretariat-only');
  const { email } = parseInput(input, given);
  const [known] = await db
    .select({ id: person.id })
    .from(address)
    .innerJoin(person, eq(person.id, address.personId))
    .where(eq(address.email, email));
  if (!known) throw new Refusal('not-found', 'person-not-found', 'email');
  const roles = await db.select({ role: seat.role }).from(seat).where(eq(seat.personId, known.id));
  if (actor.kind !== 'system' && roles.some(({ role }) => role === 'admin'))
    throw new Refusal('not-allowed', 'command-line-only');
  if (!(await readSecret(ctx, known.id))) throw new Refusal('conflict', 'second-factor-off', 'email');
  await db.transaction(async (inner) => {
    const tx = { ...ctx, db: inner };
    await clearFactor(tx, known.id);
    await announceFactor(tx, known.id, 'reset');
    await record(tx, { act: 'auth.reset-second-factor', subject: `person:${known.id}` });
  });
}
