// Puts an uploaded file beside a draft: looked at by its bytes, kept under its hash, named as its sender named it.
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { addDraftFile } from '@/lib/forum/drafts/add-draft-file';
import { whyNotFile } from '@/lib/forum/drafts/model';
import { isEncrypted } from '@/lib/platform/files/is-encrypted';
import { mediaTypeOf } from '@/lib/platform/files/media-type';
import { sha256, storeContent } from '@/lib/platform/files/store';

export type UploadedFile = { name: string; bytes: Uint8Array; confirmed: boolean };

/** Stored between the checks and the row, so that what is refused is not kept. @returns the file's id @throws Refusal as addDraftFile, and `file-encrypted` */
export async function takeInFile(ctx: Context, draftId: string, file: UploadedFile): Promise<string> {
  const { name, bytes, confirmed } = file;
  const mediaType = await mediaTypeOf(bytes, name);
  const content = { sha256: sha256(bytes), size: bytes.length, mediaType };
  const wrong = whyNotFile(content) ?? (isEncrypted(bytes, mediaType) ? 'file-encrypted' : null);
  if (wrong) throw new Refusal('invalid', wrong, 'files');
  const put = () => storeContent(env().filesDir, bytes);
  return addDraftFile(ctx, { draftId, name, confirmed }, { ...content, put });
}
