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

/** @returns what the reader may do with a post of the thread: what is the same for all posts is asked once */
export function rightsIn({ actor, now }: Context, view: ThreadView): (post: PostView) => PostRights {
  const thread = forPolicy(view);
  const isMember = actor.kind === 'member';
  const canReply = mayReply(actor, thread).allowed;
  const canModerate = mayModerate(actor, thread).allowed;
  const canMark = mayMarkAnswer(actor, thread).allowed;
  return (post) => {
    const held = { ...post, thread, removal: removalOf(post, now) };
    const shown = { ...held, isRemoved: post.removal !== null };
    const isAnswer = view.solvedBy?.number === post.number;
    const canChoose = canMark && post.number > 1 && !post.removal;
    const canReact = mayReactTo(actor, held).allowed;
    return {
      thank: canReact,
      quote: canReply && !post.removal,
      edit: mayEdit(actor, shown).allowed,
      history: post.revision > 1 && mayReadHistory(actor, held).allowed,
      choose: canChoose && !isAnswer,
      unchoose: canChoose && isAnswer,
      keepUnread: isMember,
      remove: mayDelete(actor, shown, now).allowed,
      report: canReact,
      sign: maySign(actor, shown, now).allowed,
      hide: !post.removal && mayHide(actor, held).allowed,
      show: mayShow(actor, held, now).allowed,
      split: post.number > 1 && canModerate,
    };
  };
}

/** A view names nobody by id: who deleted their own post is its author, who hid one is asked by role alone. */
function removalOf({ removal, authorId }: PostView, now: Date): HeldPost['removal'] {
  if (!removal) return null;
  const personId = removal.kind === 'deleted' ? authorId : '';
  return { id: '', kind: removal.kind, personId, removedAt: removal.at ?? now };
}
