// Puts an image among a draft's files at the end of its text, for who writes where no script runs.
import { eq } from 'drizzle-orm';
import { draft, draftFile, file } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { normalizeDocument } from '@/lib/text/normalize-document';
import type { TextDocument } from '@/lib/text/schema';
import { actFor } from '../act-for';
import { holdDraft } from './hold-draft';
import { isImage, placeImageInput } from './model';
import { noteImages } from './note-images';
import { mayKeepDrafts } from './policy';

/**
 * @throws Refusal `invalid` on field `alt` (`image-without-alt`, `alt-too-long`) or `files` (`not-an-image`), `not-found`,
 * `gone`, `not-allowed`
 */
export async function placeImage(given: Context, input: unknown): Promise<void> {
  const { fileId, alt } = parseInput(placeImageInput, input);
  const ctx = actFor(given);
  demand(mayKeepDrafts(ctx.actor));
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const { draftId, mediaType } = await findFile(tx, fileId);
    await holdDraft(tx, draftId);
    if (!isImage(mediaType)) throw new Refusal('invalid', 'not-an-image', 'files');
    const body = await withImage(tx, draftId, { src: `/api/files/${fileId}`, alt });
    await db.update(draft).set({ body, updatedAt: tx.now }).where(eq(draft.id, draftId));
    await noteImages(tx, draftId, body);
  });
}

async function findFile({ db }: MemberContext, fileId: string) {
  const [found] = await db
    .select({ draftId: draftFile.draftId, mediaType: file.mediaType })
    .from(draftFile)
    .innerJoin(file, eq(file.sha256, draftFile.sha256))
    .where(eq(draftFile.id, fileId));
  if (!found) throw new Refusal('not-found', 'no-such-file');
  return found;
}

async function withImage({ db }: MemberContext, draftId: string, attrs: { src: string; alt: string }) {
  const [held] = await db.select({ body: draft.body }).from(draft).where(eq(draft.id, draftId));
  const { content = [] } = (held?.body ?? {}) as TextDocument;
  const longer = { type: 'doc', content: [...content, { type: 'image', attrs }] };
  return normalizeDocument(longer, { unfinished: true });
}
