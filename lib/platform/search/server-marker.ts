// Which index the search server was given: the moment it was made and the rules it was made by, kept here. Another one under
// the same name was not built by this house, or is what is left of one.
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { setting } from '@/db/schema';
import { searchRules } from './search-rules';

const indexKey = 'search.index';
const rulesKey = 'search.rules';

/** @param birth of the index in the server, if there is one */
export async function isOurs(db: Database, birth: string | undefined): Promise<boolean> {
  return birth !== undefined && (await kept(db, indexKey)) === markOf(birth);
}

/** The index that counts from now on. */
export function keepBirth(db: Database, birth: string): Promise<void> {
  return keep(db, indexKey, markOf(birth));
}

/** Whether the documents were made by the rules of today: an upgrade may have brought others. */
export async function areRulesKept(db: Database): Promise<boolean> {
  return (await kept(db, rulesKey)) === searchRules();
}

/** All documents were made by the rules of today. */
export function keepRules(db: Database): Promise<void> {
  return keep(db, rulesKey, searchRules());
}

function markOf(birth: string): string {
  return `${birth} ${searchRules()}`;
}

async function kept(db: Database, key: string): Promise<unknown> {
  const [found] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return found?.value;
}

async function keep(db: Database, key: string, value: string): Promise<void> {
  await db.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}
