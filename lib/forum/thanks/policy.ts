// Who may thank for a post: pure.
import type { Actor } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import type { HeldPost } from '../model';
import { mayTakePart } from '../policy';

/** Everyone who reads it but its author, as long as it shows. */
export function mayThank(
  actor: Actor,
  post: Pick<HeldPost, 'authorId' | 'removal'> & { thread: Pick<HeldPost['thread'], 'areas'> },
): Verdict {
  const taking = mayTakePart(actor, post.thread);
  if (!taking.allowed || actor.kind !== 'member') return taking;
  if (actor.personId === post.authorId) return deny('own-post');
  return post.removal ? deny('post-removed') : allow;
}
