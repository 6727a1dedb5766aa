// The files of a mail: what a post may carry is stored, what it may not is named (MAIL.md E54).
import { newId } from '@/lib/core/ids';
import { env } from '@/lib/env';
import { mostFiles } from '@/lib/forum/drafts/model';
import { isEncrypted } from '@/lib/platform/files/is-encrypted';
import { mediaTypeOf } from '@/lib/platform/files/media-type';
import { storeContent } from '@/lib/platform/files/store';
import type { MailFile } from '../model';
import { findFileData } from './find-file-data';
import { type KeptFile, type LeftOut, type TakenFiles, whyLeftOut } from './model';

/** Images inside the text do not count among the files; they have a limit of their own. */
export async function takeFiles(files: readonly MailFile[]): Promise<TakenFiles> {
  const kept: KeptFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of files) {
    const isFull = kept.filter(({ inline }) => inline === file.inline).length >= mostFiles;
    const taken = isFull ? 'too-many-files' : await take(file);
    if (typeof taken !== 'string') kept.push(taken);
    else leftOut.push({ name: file.name, why: taken });
  }
  return { kept, leftOut };
}

async function take({ name, bytes, inline, contentId }: MailFile): Promise<KeptFile | LeftOut['why']> {
  const mediaType = await mediaTypeOf(bytes, name);
  const content = { size: bytes.length, mediaType };
  const wrong = whyLeftOut(content) ?? (isEncrypted(bytes, mediaType) ? 'file-encrypted' : null);
  if (wrong) return wrong;
  const personal = await findFileData({ bytes, mediaType });
  if (personal === 'file-too-long') return personal;
  const sha256 = await storeContent(env().filesDir, bytes);
  return { ...content, id: newId(), name, inline, contentId, sha256, personal };
}
