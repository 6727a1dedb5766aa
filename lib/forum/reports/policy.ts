// Who may report a post: pure. Reports are read and decided by who moderates the thread.
import type { Actor } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import type { HeldPost } from '../model';
import { mayTakePart } from '../policy';

/** One's own post one deletes or edits. */
export function mayReport(
  actor: Actor,
  post: Pick<HeldPost, 'authorId' | 'removal'> & { thread: Pick<HeldPost['thread'], 'areas'> },
): Verdict {
  const taking = mayTakePart(actor, post.thread);
  if (!taking.allowed || actor.kind !== 'member') return taking;
  if (actor.personId === post.authorId) return deny('own-post');
  return post.removal ? deny('post-removed') : allow;
}
