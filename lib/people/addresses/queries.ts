// Whom a letter about addresses speaks to.
import { eq } from 'drizzle-orm';
import { person } from '@/db/schema';
import type { Locale } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';

/** @returns null where there is no such person */
export async function findAddressee(
  { db }: Context,
  personId: string,
): Promise<{ name: string; locale: Locale } | null> {
  const [found] = await db
    .select({ name: person.name, locale: person.locale })
    .from(person)
    .where(eq(person.id, personId));
  return found ? { name: found.name, locale: found.locale ?? 'it' } : null;
}
