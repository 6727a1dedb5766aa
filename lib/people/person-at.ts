// The person who is invited at an address: the one it is known of, or a new one.
import { and, eq } from 'drizzle-orm';
import { address, person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { nameFromEmail } from './model';

type Known = { personId: string | null; kind: 'personal' | 'office' | 'pec' } | undefined;

/**
 * Two who invite the same unknown address at once make one person: the second finds the first one's.
 * @param tx within a transaction
 * @throws Refusal `conflict` (an office or certified address)
 */
export async function personAt(
  tx: Context,
  email: string,
  name: string | undefined,
): Promise<{ personId: string; isNewPerson: boolean }> {
  const known = await findAddress(tx, email);
  if (known && known.kind !== 'personal') throw new Refusal('conflict', 'address-is-shared', 'email');
  if (known?.personId) {
    await openAccount(tx, known.personId, name);
    await keepAddress(tx, email, known.personId);
    return { personId: known.personId, isNewPerson: false };
  }
  const values = { id: newId(), name: name ?? nameFromEmail(email), email, hasAccount: true };
  const [added] = await tx.db
    .insert(person)
    .values({ ...values, createdAt: tx.now })
    .onConflictDoNothing({ target: person.email })
    .returning({ id: person.id });
  if (!added) return personAt(tx, email, name);
  await keepAddress(tx, email, added.id);
  return { personId: added.id, isNewPerson: true };
}

/** A former writer of the archive gets an account, and the name they are invited by; others keep theirs. */
async function openAccount({ db }: Context, personId: string, name: string | undefined): Promise<void> {
  const named = name ? { name } : {};
  await db
    .update(person)
    .set({ hasAccount: true, ...named })
    .where(and(eq(person.id, personId), eq(person.hasAccount, false)));
}

async function keepAddress({ db, now }: Context, email: string, personId: string): Promise<void> {
  await db
    .insert(address)
    .values({ email, kind: 'personal', personId, createdAt: now })
    .onConflictDoUpdate({ target: address.email, set: { personId } });
}

/** A person's own `email` counts as an address even where the archive named it without a row of its own. */
async function findAddress({ db }: Context, email: string): Promise<Known> {
  const [row] = await db
    .select({ personId: address.personId, kind: address.kind })
    .from(address)
    .where(eq(address.email, email));
  if (row?.personId || (row && row.kind !== 'personal')) return row;
  const [writer] = await db.select({ id: person.id }).from(person).where(eq(person.email, email));
  return writer ? { personId: writer.id, kind: 'personal' } : row;
}
