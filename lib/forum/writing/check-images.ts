// The images of a text are files of its own: whoever reads the post may see them, for as long as it stands.
import { and, eq, inArray, like } from 'drizzle-orm';
import { attachment, draftFile, file } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { shownFiles } from '@/lib/text/document-references';
import type { TextDocument } from '@/lib/text/schema';
import type { Arrival } from './model';

/** Where a text may take its images from: the draft it is sent from, the post it changes, the mail it came by. */
export type ImageSources = { draftId?: string; postId?: string; arrival?: Pick<Arrival, 'files'> };

/** @throws Refusal `invalid` on field `body`: `image-not-here` */
export async function checkImages(
  { db }: MemberContext,
  body: TextDocument,
  { draftId, postId, arrival }: ImageSources,
): Promise<void> {
  const shown = shownFiles(body);
  if (shown.length === 0) return;
  const isImage = like(file.mediaType, 'image/%');
  const found: { id: string }[] = (arrival?.files ?? []).filter(({ inline }) => inline);
  if (draftId) {
    const there = and(eq(draftFile.draftId, draftId), inArray(draftFile.id, shown), isImage);
    const table = db.select({ id: draftFile.id }).from(draftFile);
    found.push(...(await table.innerJoin(file, eq(file.sha256, draftFile.sha256)).where(there)));
  }
  if (postId) {
    const there = and(eq(attachment.postId, postId), inArray(attachment.id, shown), isImage);
    const table = db.select({ id: attachment.id }).from(attachment);
    found.push(...(await table.innerJoin(file, eq(file.sha256, attachment.sha256)).where(there)));
  }
  const own = new Set(found.map(({ id }) => id));
  if (shown.some((id) => !own.has(id))) throw new Refusal('invalid', 'image-not-here', 'body');
}
