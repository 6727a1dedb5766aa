// Starts a thread with its first post, in one area or several.
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { loadAreas } from '../load-areas';
import { listMeant } from '../tags/queries';
import { checkImages } from './check-images';
import { claimDraft } from './claim-draft';
import { closeDraft } from './close-draft';
import { composeText } from './compose-text';
import { fileNames } from './file-names';
import { type Arrival, openThreadInput, type Published } from './model';
import { placeOf } from './place-of';
import { mayOpenThread } from './policy';
import { signerOf } from './signer-of';
import { writePost } from './write-post';
import { writeThread } from './write-thread';

/**
 * Sent twice under one draft it is one thread.
 * @param arrival where it came by mail; then there is no draft, and the text may be nothing beside files
 * @throws Refusal `invalid` (field), `not-found` (area), `not-allowed`, `gone` (the draft became a thread that is gone)
 */
export async function openThread(given: Context, input: unknown, arrival?: Arrival): Promise<Published> {
  const { seatId, draftId, confirmed, body, ...typed } = parseInput(openThreadInput, input);
  const ctx = actFor(given, seatId);
  const areas = await loadAreas(ctx, typed.areas);
  demand(mayOpenThread(ctx.actor, areas));
  const text = composeText(body, arrival);
  await checkImages(ctx, text.body, { draftId, arrival });
  const files = await fileNames(ctx, draftId, arrival);
  const texts = { title: typed.title, tags: typed.tags.join('\n'), body: text.body, files };
  const warned = checkPersonalData(texts, confirmed);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const sent = { ...typed, body: text.body };
    const draft = arrival ? null : await claimDraft(tx, draftId, 'thread', sent);
    if (draft?.publishedPostId) return placeOf(tx, draft.publishedPostId);
    const threadId = newId();
    const areaIds = areas.map(({ id }) => id);
    const tags = await listMeant(tx, typed.tags);
    const begun = { author: signerOf(ctx.actor, arrival), at: arrival?.sentAt ?? ctx.now };
    await writeThread(tx, { ...typed, ...begun, id: threadId, tags, areaIds });
    const thread = { id: threadId, postCount: 0 };
    const postId = await writePost(tx, { thread, text, replyToId: null, arrival });
    if (draft) await closeDraft(tx, draft.id, postId, sent);
    const entry = { act: 'forum.open-thread', subject: `thread:${threadId}`, detail: { postId, warned } };
    const [place] = await Promise.all([placeOf(tx, postId), record(tx, entry)]);
    return place;
  });
}
