// The names of a draft's files, or of a mail's, which the gate reads like any other text.
import { eq } from 'drizzle-orm';
import { draftFile } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import type { Arrival } from './model';

/** One a line; file names say who sent what as often as letters do. */
export async function fileNames(
  { db }: MemberContext,
  draftId: string | undefined,
  arrival?: Pick<Arrival, 'files'>,
): Promise<string> {
  if (arrival) return arrival.files.map(({ name }) => name).join('\n');
  if (draftId === undefined) return '';
  const files = await db
    .select({ name: draftFile.name })
    .from(draftFile)
    .where(eq(draftFile.draftId, draftId));
  return files.map(({ name }) => name).join('\n');
}
