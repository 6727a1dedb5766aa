// Which index the search server was given: the moment it was made, kept here. Another one under the same name was not built
// by this house, or is what is left of one.
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { setting } from '@/db/schema';

const key = 'search.index';

/** @returns undefined before an index was ever built */
export async function keptBirth(db: Database): Promise<string | undefined> {
  const [kept] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return typeof kept?.value === 'string' ? kept.value : undefined;
}

/** The index that counts from now on. */
export async function keepBirth(db: Database, birth: string): Promise<void> {
  await db
    .insert(setting)
    .values({ key, value: birth })
    .onConflictDoUpdate({ target: setting.key, set: { value: birth } });
}
