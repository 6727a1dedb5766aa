// How adhesions are examined here.
import { eq } from 'drizzle-orm';
import { setting } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { type ExaminingSettings, examiningKey, examiningSettings } from './model';

/** What was never set is as the model says. */
export async function findSettings({ db }: Context): Promise<ExaminingSettings> {
  const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, examiningKey));
  return examiningSettings.parse(row?.value ?? {});
}
