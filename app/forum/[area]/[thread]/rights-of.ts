// What the reader may do with each post and with the thread: the same policies as the deeds ask.
import type { PostRights } from '@/components/forum/post-rights';
import type { Context } from '@/lib/core/context';
import type { HeldPost, PostView, ThreadView } from '@/lib/forum/model';
import { mayModerate, mayReactTo } from '@/lib/forum/policy';
import { mayHide, mayShow } from '@/lib/forum/removals/policy';
import {
  mayDelete,
  mayEdit,
  mayMarkAnswer,
  mayReadHistory,
  mayReply,
  maySign,
} from '@/lib/forum/writing/policy';

/** A thread as policies want it. */
export function forPolicy({ locked, askerId, isQuestion, policyAreas }: ThreadView) {
  return { locked, askerId, isQuestion, areas: policyAreas };
}

export function rightsOf({ actor, now }: Context, thread: ThreadView, post: PostView): PostRights {
  const held = { ...post, thread: forPolicy(thread), removal: removalOf(post, now) };
  const shown = { ...held, isRemoved: post.removal !== null };
  const isAnswer = thread.solvedBy?.number === post.number;
  const mayChoose = mayMarkAnswer(actor, held.thread).allowed && post.number > 1 && !post.removal;
  return {
    thank: mayReactTo(actor, held).allowed,
    quote: mayReply(actor, held.thread).allowed && !post.removal,
    edit: mayEdit(actor, shown).allowed,
    history: post.revision > 1 && mayReadHistory(actor, held).allowed,
    choose: mayChoose && !isAnswer,
    unchoose: mayChoose && isAnswer,
    keepUnread: actor.kind === 'member',
    remove: mayDelete(actor, shown, now).allowed,
    report: mayReactTo(actor, held).allowed,
    sign: maySign(actor, shown, now).allowed,
    hide: !post.removal && mayHide(actor, held).allowed,
    show: mayShow(actor, held, now).allowed,
    split: post.number > 1 && mayModerate(actor, held.thread).allowed,
  };
}

/** A view names nobody by id: who deleted their own post is its author, who hid one is asked by role alone. */
function removalOf({ removal, authorId }: PostView, now: Date): HeldPost['removal'] {
  if (!removal) return null;
  const personId = removal.kind === 'deleted' ? authorId : '';
  return { id: '', kind: removal.kind, personId, removedAt: removal.at ?? now };
}
