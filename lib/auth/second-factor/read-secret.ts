// The secret a person shares with their app.
import { eq } from 'drizzle-orm';
import { secondFactor } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { unseal } from '@/lib/core/seal';
import { env } from '@/lib/env';
import { secretPurpose } from './model';

/** @returns null without one, and where the site's secret has changed since: it is set up anew then */
export async function readSecret({ db }: Context, personId: string) {
  const [row] = await db.select().from(secondFactor).where(eq(secondFactor.personId, personId));
  if (!row) return null;
  const sealed = Buffer.from(row.secret).toString('utf8');
  const secret = unseal(sealed, secretPurpose(personId), env().authSecret);
  return secret === null ? null : { secret, isConfirmed: row.confirmedAt !== null, lastStep: row.lastStep };
}
