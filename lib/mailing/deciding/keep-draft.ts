// Keeps a mail that must not be posted as its writer's draft, with every personal datum masked.
import { inArray } from 'drizzle-orm';
import { area } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import { addDraftFile } from '@/lib/forum/drafts/add-draft-file';
import { whyNotFile } from '@/lib/forum/drafts/model';
import { saveDraft } from '@/lib/forum/drafts/save-draft';
import { findDataInDocument } from '@/lib/text/find-data-in-document';
import { maskDocument } from '@/lib/text/mask-document';
import { textToDocument } from '@/lib/text/text-to-document';
import { maskAll } from './model';
import type { PrivateMail } from './refuse-private';

/** What the editor offers no place for stays in the mail alone. */
export async function keepDraft(
  tx: MemberContext,
  draftId: string,
  { each, arrived }: PrivateMail,
): Promise<void> {
  const { place, composed, files } = arrived;
  const text = textToDocument(maskAll(composed.text));
  const body = maskDocument(text, findDataInDocument(text));
  const common = { draftId, seatId: tx.actor.seat.id, body };
  if (place.kind === 'reply') {
    const postId = place.replyToId ?? undefined;
    await saveDraft(tx, { ...common, kind: 'reply', threadId: place.threadId, postId });
  } else {
    const areas = await tx.db
      .select({ slug: area.slug })
      .from(area)
      .where(inArray(area.id, [...place.areaIds]));
    const slugs = areas.map(({ slug }) => slug);
    await saveDraft(tx, { ...common, kind: 'thread', title: maskAll(each.mail.subject), areas: slugs });
  }
  for (const { name, ...content } of files.kept.filter((one) => !one.inline && whyNotFile(one) === null)) {
    const put = () => Promise.resolve();
    await addDraftFile(tx, { draftId, name: maskAll(name), confirmed: true }, { ...content, put });
  }
}
