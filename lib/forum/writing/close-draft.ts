// Marks a draft as sent, with the words that were sent, and gives its files to the post under the same ids.
import { asc, count, eq, max } from 'drizzle-orm';
import { attachment, draft, draftFile } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import type { TextDocument } from '@/lib/text/schema';
import { mostFiles } from '../drafts/model';
import { noteImages } from '../drafts/note-images';

export type SentDraft = Partial<
  Pick<
    typeof draft.$inferInsert,
    'title' | 'areas' | 'tags' | 'isQuestion' | 'threadId' | 'postId' | 'baseRevision'
  >
> & { body: TextDocument };

/**
 * Kept for a day, so that a late second click finds the post and taking back finds the words.
 * @throws Refusal `too-many` where a post that is edited would have more files than a post may
 */
export async function closeDraft(
  { db, actor, now }: MemberContext,
  draftId: string,
  postId: string,
  sent: SentDraft,
): Promise<void> {
  await db
    .update(draft)
    .set({ ...sent, seatId: actor.seat.id, updatedAt: now, publishedAt: now, publishedPostId: postId })
    .where(eq(draft.id, draftId));
  await noteImages({ db, actor, now }, draftId, sent.body);
  const files = await db
    .select({
      id: draftFile.id,
      sha256: draftFile.sha256,
      name: draftFile.name,
      inline: draftFile.inline,
      alt: draftFile.alt,
    })
    .from(draftFile)
    .where(eq(draftFile.draftId, draftId))
    .orderBy(asc(draftFile.position));
  if (files.length === 0) return;
  const [last] = await db
    .select({ position: max(attachment.position), files: count() })
    .from(attachment)
    .where(eq(attachment.postId, postId));
  if ((last?.files ?? 0) + files.length > mostFiles) throw new Refusal('too-many', 'too-many-files', 'files');
  const first = (last?.position ?? -1) + 1;
  await db
    .insert(attachment)
    .values(files.map((file, index) => ({ ...file, postId, position: first + index })));
}
