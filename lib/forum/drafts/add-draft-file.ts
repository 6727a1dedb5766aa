// Puts a file that was just stored beside a draft; it belongs to the draft until that is sent.
import { count, eq, max } from 'drizzle-orm';
import { draftFile, file } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { holdDraft } from './hold-draft';
import { addDraftFileInput, mostFiles, type StoredContent, whyNotFile } from './model';
import { mayKeepDrafts } from './policy';

/**
 * @param stored what lies in the store, as the route that put it there knows it
 * @returns the file's id, which it keeps as an attachment
 * @throws Refusal `invalid` on field `files` (`file-empty`, `file-too-large`, `file-kind`, `personal-data` …),
 * `too-many`, `not-found`, `gone`, `not-allowed`
 */
export async function addDraftFile(given: Context, input: unknown, stored: StoredContent): Promise<string> {
  const { draftId, confirmed, ...named } = parseInput(addDraftFileInput, input);
  const ctx = actFor(given);
  demand(mayKeepDrafts(ctx.actor));
  const wrong = whyNotFile(stored);
  if (wrong) throw new Refusal('invalid', wrong, 'files');
  checkPersonalData({ files: named.name }, confirmed);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await holdDraft(tx, draftId);
    const position = await nextPosition(tx, draftId);
    const { sha256, size, mediaType, pages = null } = stored;
    await db.insert(file).values({ sha256, size, mediaType, pages }).onConflictDoNothing();
    const id = newId();
    await db.insert(draftFile).values({ id, draftId, position, sha256, ...named });
    return id;
  });
}

async function nextPosition({ db }: MemberContext, draftId: string): Promise<number> {
  const [there] = await db
    .select({ files: count(), last: max(draftFile.position) })
    .from(draftFile)
    .where(eq(draftFile.draftId, draftId));
  if ((there?.files ?? 0) >= mostFiles) throw new Refusal('too-many', 'too-many-files', 'files');
  return (there?.last ?? -1) + 1;
}
