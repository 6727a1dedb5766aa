// Starts a thread with its first post, in one area or several.
import { thread, threadArea, threadTag } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { makeSlug } from '@/lib/text/make-slug';
import { normalizeSubject } from '@/lib/text/normalize-subject';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { loadAreas } from '../load-areas';
import { checkImages } from './check-images';
import { claimDraft } from './claim-draft';
import { closeDraft } from './close-draft';
import { composeText } from './compose-text';
import { fileNames } from './file-names';
import { openThreadInput, type Published } from './model';
import { placeOf } from './place-of';
import { mayOpenThread } from './policy';
import { writePost } from './write-post';

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
    const areaIds = areas.map(({ id }) => id);
    const threadId = await writeThread(tx, { ...typed, areaIds });
    const postId = await writePost(tx, { thread: { id: threadId, postCount: 0 }, text, replyToId: null });
    await closeDraft(tx, draft.id, postId, { ...typed, body: text.body });
    await record(tx, { act: 'forum.open-thread', subject: `thread:${threadId}`, detail: { postId, warned } });
    return placeOf(tx, postId);
  });
}

type NewThread = { title: string; tags: string[]; isQuestion: boolean; areaIds: string[] };

async function writeThread({ db, actor, now }: MemberContext, { title, tags, ...rest }: NewThread) {
  const id = newId();
  const [homeAreaId = ''] = rest.areaIds;
  await db.insert(thread).values({
    ...{ id, homeAreaId, title, isQuestion: rest.isQuestion },
    normalizedTitle: normalizeSubject(title).key,
    slug: makeSlug(title),
    authorId: actor.personId,
    organizationId: actor.seat.organization.id,
    ...{ startedAt: now, lastPostAt: now, lastPosterId: actor.personId },
  });
  await db
    .insert(threadArea)
    .values(rest.areaIds.map((areaId) => ({ threadId: id, areaId, lastPostAt: now })));
  if (tags.length > 0) await db.insert(threadTag).values(tags.map((tag) => ({ threadId: id, tag })));
  return id;
}
