// Takes a file away from a draft.
import { eq } from 'drizzle-orm';
import { draftFile } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { actFor } from '../act-for';
import { holdDraft } from './hold-draft';
import { draftFileInput } from './model';

/** A file that is not there stays so. @throws Refusal `not-found` for another person's, `gone`, `not-allowed` */
export async function removeDraftFile(given: Context, input: unknown): Promise<void> {
  const { fileId } = parseInput(draftFileInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const [found] = await db
      .select({ draftId: draftFile.draftId })
      .from(draftFile)
      .where(eq(draftFile.id, fileId));
    if (!found) return;
    await holdDraft({ ...ctx, db }, found.draftId);
    await db.delete(draftFile).where(eq(draftFile.id, fileId));
  });
}
