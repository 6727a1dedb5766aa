// For each fact of the forum: who is told in the page. Everything is read again by id, and runs twice without harm.
import type { Context } from '@/lib/core/context';
import type { Fact } from '@/lib/platform/jobs/announce';
import { notifyListeners } from '@/lib/platform/notify/notify-listeners';
import { mentionsIn, publishedKey } from '../writing/model';
import { listCandidates } from './list-candidates';
import { liveChannel, whyTold } from './model';
import {
  findOpenReport,
  findStandingRemoval,
  findToldPost,
  findVersion,
  listCoordinators,
  listMentioned,
  missedItsTurn,
} from './queries';
import { writeNotifications } from './write-notifications';

/** Tells of a new post those it concerns. @param fact `forum.post.published` */
export async function tellPublished(ctx: Context, fact: Fact): Promise<void> {
  const postId = String(fact.postId);
  const post = await findToldPost(ctx, postId);
  if (!post) return;
  const candidates = await listCandidates(ctx, postId, mentionsIn(post.body));
  const told = candidates.flatMap(({ hasRead, ...candidate }) => {
    const kind = whyTold(candidate);
    return kind ? [{ personId: candidate.personId, kind, hasRead }] : [];
  });
  await writeNotifications(ctx, publishedKey(postId), { threadId: post.threadId, postId }, told);
}

/**
 * Tells of a post that was out of sight when its turn came, and shows again; what the world was told of once is not
 * told again. @param fact `forum.post.shown`
 */
export async function tellShown(ctx: Context, fact: Fact): Promise<void> {
  if (await missedItsTurn(ctx, String(fact.postId))) await tellPublished(ctx, fact);
}

/** Tells pages that are open on the thread. @param fact `forum.post.published` */
export async function showLive(ctx: Context, fact: Fact): Promise<void> {
  const post = await findToldPost(ctx, String(fact.postId));
  if (!post) return;
  const { threadId, threadNumber: thread, number } = post;
  await notifyListeners(ctx.db, liveChannel, { threadId, thread, number });
}

/** Tells only those whom the new version names and the former did not. @param fact `forum.post.edited` */
export async function tellEdited(ctx: Context, fact: Fact): Promise<void> {
  const postId = String(fact.postId);
  const revision = Number(fact.revision);
  const [post, now, before] = await Promise.all([
    findToldPost(ctx, postId),
    findVersion(ctx, postId, revision),
    findVersion(ctx, postId, revision - 1),
  ]);
  if (!post || !now) return;
  const known = new Set(before ? mentionsIn(before) : []);
  const named = mentionsIn(now).filter((id) => !known.has(id));
  if (named.length === 0) return;
  const candidates = await listCandidates(ctx, postId, named);
  const already = new Set(await listMentioned(ctx, postId));
  const told = candidates
    .filter((candidate) => whyTold(candidate) === 'mention' && !already.has(candidate.personId))
    .map(({ personId }) => ({ personId, kind: 'mention' as const }));
  await writeNotifications(
    ctx,
    `${fact.name}:${postId}:${revision}`,
    { threadId: post.threadId, postId },
    told,
  );
}

/** Tells the coordinators who may read the thread. @param fact `forum.post.reported` */
export async function tellReported(ctx: Context, fact: Fact): Promise<void> {
  const reportId = String(fact.reportId);
  const report = await findOpenReport(ctx, reportId);
  if (!report) return;
  const coordinators = new Set(await listCoordinators(ctx));
  const readers = await listCandidates(ctx, report.postId, []);
  const told = readers
    .filter(({ personId }) => coordinators.has(personId) && personId !== report.reporterId)
    .map(({ personId }) => ({ personId, kind: 'report' as const }));
  const { postId, threadId } = report;
  await writeNotifications(ctx, `${fact.name}:${reportId}`, { threadId, postId }, told);
}

/** Tells an author that their post was chosen as the answer. @param fact `forum.answer.marked` */
export async function tellChosen(ctx: Context, fact: Fact): Promise<void> {
  const postId = String(fact.postId);
  const post = await findToldPost(ctx, postId);
  if (!post?.isAnswer) return;
  const candidates = await listCandidates(ctx, postId, []);
  const told = candidates
    .filter(({ isAuthor, isAsker, thread }) => isAuthor && !isAsker && thread !== 'muted')
    .map(({ personId }) => ({ personId, kind: 'chosen' as const }));
  await writeNotifications(ctx, `${fact.name}:${fact.eventId}`, { threadId: post.threadId, postId }, told);
}

/** Tells an author that a moderator hid their post. @param fact `forum.post.removed` */
export async function tellHidden(ctx: Context, fact: Fact): Promise<void> {
  const removalId = String(fact.removalId);
  const removal = await findStandingRemoval(ctx, removalId);
  if (removal?.kind !== 'hidden' || removal.removedById === removal.authorId) return;
  const { postId, threadId, authorId } = removal;
  const told = [{ personId: authorId, kind: 'hidden' as const }];
  await writeNotifications(ctx, `${fact.name}:${removalId}`, { threadId, postId }, told);
}
