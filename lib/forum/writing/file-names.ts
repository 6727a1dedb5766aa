// The names of a draft's files, which the gate reads like any other text.
import { eq } from 'drizzle-orm';
import { draftFile } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';

/** One a line; file names say who sent what as often as letters do. */
export async function fileNames({ db }: MemberContext, draftId: string | undefined): Promise<string> {
  if (draftId === undefined) return '';
  const files = await db
    .select({ name: draftFile.name })
    .from(draftFile)
    .where(eq(draftFile.draftId, draftId));
  return files.map(({ name }) => name).join('\n');
}
