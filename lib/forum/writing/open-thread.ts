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
import { openThreadInput, type Published } from './model';
import { placeOf } from './place-of';
import { mayOpenThread } from './policy';
import { writePost } from './write-post';
import { writeThread } from './write-thread';

/**
 * Sent twice under one draft it is one thread.
 * @throws Refusal `invalid` (field), `not-found` (area), `not-allowed`, `gone` (the draft became a thread that is gone)
 */
export async function openThread(given: Context, input: unknown): Promise<Published> {
  const { seatId, draftId, confirmed, body, ...typed } = parseInput(openThreadInput, input);
  const ctx = actFor(given, seatId);
  const areas = await loadAreas(ctx, typed.areas);
  demand(mayOpenThread(ctx.actor, areas));
  const text = composeText(body);
  await checkImages(ctx, text.body, { draftId });
  const files = await fileNames(ctx, draftId);
  const texts = { title: typed.title, tags: typed.tags.join('\n'), body: text.body, files };
  const warned = checkPersonalData(texts, confirmed);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const draft = await claimDraft(tx, draftId, 'thread', { body: text.body, title: typed.title });
    if (draft.publishedPostId) return placeOf(tx, draft.publishedPostId);
    const threadId = newId();
    const areaIds = areas.map(({ id }) => id);
    const author = { personId: ctx.actor.personId, organizationId: ctx.actor.seat.organization.id };
    const tags = await listMeant(tx, typed.tags);
    await writeThread(tx, { ...typed, tags, id: threadId, areaIds, author, at: ctx.now });
    const postId = await writePost(tx, { thread: { id: threadId, postCount: 0 }, text, replyToId: null });
    await closeDraft(tx, draft.id, postId, { ...typed, body: text.body });
    await record(tx, { act: 'forum.open-thread', subject: `thread:${threadId}`, detail: { postId, warned } });
    return placeOf(tx, postId);
  });
}
