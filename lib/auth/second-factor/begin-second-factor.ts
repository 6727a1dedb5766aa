// Makes a secret for a person's app, to be proved by a code before it counts.
import { eq, isNull } from 'drizzle-orm';
import { generateSecret, generateURI } from 'otplib';
import { person, secondFactor } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { seal } from '@/lib/core/seal';
import { env } from '@/lib/env';
import { secretPurpose } from './model';
import { readSecret } from './read-secret';

/** Shown again as long as it is not proved: whoever reloads the page has scanned the right one. `link` is `otpauth://`. */
export async function beginSecondFactor(
  ctx: Context,
  personId: string,
): Promise<{ secret: string; link: string }> {
  const known = await readSecret(ctx, personId);
  if (known?.isConfirmed) throw new Refusal('conflict', 'second-factor-on');
  const secret = known?.secret ?? (await makeSecret(ctx, personId));
  const [self] = await ctx.db.select({ email: person.email }).from(person).where(eq(person.id, personId));
  return { secret, link: generateURI({ issuer: 'Raccordo', label: self?.email ?? 'raccordo', secret }) };
}

async function makeSecret({ db, now }: Context, personId: string): Promise<string> {
  const made = generateSecret();
  const secret = Buffer.from(seal(made, secretPurpose(personId), env().authSecret));
  await db
    .insert(secondFactor)
    .values({ personId, secret, createdAt: now })
    .onConflictDoUpdate({
      target: secondFactor.personId,
      set: { secret, lastStep: 0 },
      setWhere: isNull(secondFactor.confirmedAt),
    });
  return made;
}
