// An address signs in one person: an office's, a certified one and another's are none of theirs.
import { and, eq, ne } from 'drizzle-orm';
import { address, person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';

/** @throws Refusal `conflict`: `address-is-shared`, `address-taken` */
export async function demandFreeAddress({ db }: Context, email: string, personId: string): Promise<void> {
  const [known] = await db
    .select({ kind: address.kind, personId: address.personId })
    .from(address)
    .where(eq(address.email, email));
  if (known && known.kind !== 'personal') throw new Refusal('conflict', 'address-is-shared', 'email');
  const isOthers = known?.personId && known.personId !== personId;
  const holders = await db.$count(person, and(eq(person.email, email), ne(person.id, personId)));
  if (isOthers || holders > 0) throw new Refusal('conflict', 'address-taken', 'email');
}
