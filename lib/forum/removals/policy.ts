// Who may hide a post, show one again, and see what a removed one said: pure.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import type { HeldPost, HeldThread } from '../model';
import { mayModerate, mayReadThread } from '../policy';
import { deleteWithin } from '../writing/model';

type RemovedPost = Pick<HeldPost, 'authorId' | 'removal'> & { thread: Pick<HeldThread, 'areas'> };

/** Whatever is not hidden or taken back already. */
export function mayHide(actor: Actor, post: RemovedPost): Verdict {
  const moderating = mayModerate(actor, post.thread);
  if (!moderating.allowed) return moderating;
  return post.removal && post.removal.kind !== 'deleted' ? deny('post-removed') : allow;
}

/**
 * What a moderator hid a moderator shows again; what its author deleted comes back by its author within half an hour;
 * what was taken back is gone.
 */
export function mayShow(actor: Actor, post: RemovedPost, now: Date): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  const { removal } = post;
  if (!removal || removal.kind === 'taken-back') return deny('post-not-removed');
  if (removal.kind === 'hidden') return mayModerate(actor, post.thread);
  const reading = mayReadThread(actor, post.thread.areas);
  if (!reading.allowed) return reading;
  if (actor.personId !== removal.personId) return deny('not-your-post');
  const seconds = (now.getTime() - removal.removedAt.getTime()) / 1000;
  return seconds <= deleteWithin ? allow : deny('too-late-to-show');
}

/** Who removed a post and why is for members; they also find it in the audit log of the secretariat. */
export function mayKnowRemoval(actor: Actor): Verdict {
  return actor.kind === 'anonymous' ? deny('sign-in') : allow;
}

/** What a hidden post said is for its author and for who decides about it. */
export function mayReadRemoved(
  actor: Actor,
  post: { authorId: string; removal: Pick<NonNullable<HeldPost['removal']>, 'kind'> | null },
): Verdict {
  if (actor.kind !== 'member' || post.removal?.kind === 'taken-back') return deny('post-removed');
  const isAuthor = actor.personId === post.authorId;
  const decides = actsAs(actor, 'coordinator') && post.removal?.kind === 'hidden';
  return isAuthor || decides ? allow : deny('post-removed');
}
