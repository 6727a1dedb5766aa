// Puts a file that was just stored beside a draft; it belongs to the draft until that is sent.
import { and, count, eq, isNull, max, sum } from 'drizzle-orm';
import { draft, draftFile, file } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { holdDraft } from './hold-draft';
import { addDraftFileInput, type FileContent, mostDraftBytes, mostFiles, whyNotFile } from './model';
import { mayKeepDrafts } from './policy';

/**
 * @param content put into the store only once nothing is against it
 * @returns the file's id, which it keeps as an attachment
 * @throws Refusal `invalid` on field `files` (`file-empty`, `file-too-large`, `file-kind`, `personal-data` …),
 * `too-many` (`too-many-files`, `drafts-full`), `not-found`, `gone`, `not-allowed`
 */
export async function addDraftFile(given: Context, input: unknown, content: FileContent): Promise<string> {
  const { draftId, confirmed, ...named } = parseInput(addDraftFileInput, input);
  const ctx = actFor(given);
  demand(mayKeepDrafts(ctx.actor));
  const wrong = whyNotFile(content);
  if (wrong) throw new Refusal('invalid', wrong, 'files');
  checkPersonalData({ files: named.name }, confirmed);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await holdDraft(tx, draftId);
    const position = await nextPosition(tx, draftId);
    const { sha256, size, mediaType, pages = null, put } = content;
    await demandRoom(tx, size);
    await put();
    await db.insert(file).values({ sha256, size, mediaType, pages }).onConflictDoNothing();
    const id = newId();
    await db.insert(draftFile).values({ id, draftId, position, sha256, ...named, createdAt: ctx.now });
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

/** Drafts are kept for whoever is interrupted, not as a store. */
async function demandRoom({ db, actor }: MemberContext, size: number): Promise<void> {
  const [kept] = await db
    .select({ bytes: sum(file.size).mapWith(Number) })
    .from(draftFile)
    .innerJoin(draft, eq(draft.id, draftFile.draftId))
    .innerJoin(file, eq(file.sha256, draftFile.sha256))
    .where(and(eq(draft.personId, actor.personId), isNull(draft.publishedAt)));
  if ((kept?.bytes ?? 0) + size > mostDraftBytes) throw new Refusal('too-many', 'drafts-full', 'files');
}
