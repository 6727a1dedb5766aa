// Says of each file of a draft whether it stands in the text, and in which words: the text decides, whatever was said before.
import { and, eq } from 'drizzle-orm';
import { draftFile } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { imageTexts } from '@/lib/text/document-references';
import type { TextDocument } from '@/lib/text/schema';

export async function noteImages({ db }: Context, draftId: string, body: TextDocument): Promise<void> {
  const ofDraft = eq(draftFile.draftId, draftId);
  await db
    .update(draftFile)
    .set({ inline: false, alt: null })
    .where(and(ofDraft, eq(draftFile.inline, true)));
  for (const [id, alt] of imageTexts(body)) {
    await db
      .update(draftFile)
      .set({ inline: true, alt })
      .where(and(ofDraft, eq(draftFile.id, id)));
  }
}
