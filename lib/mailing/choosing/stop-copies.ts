// Ends what a mail came for: by the link of the mail and by an answer to it alike.
import type { MemberContext } from '@/lib/core/context';
import { chooseAreaMail } from '@/lib/forum/following/choose-area-mail';
import { chooseTagMail } from '@/lib/forum/following/choose-tag-mail';
import { muteThread } from '@/lib/forum/following/mute-thread';
import { unfollowThread } from '@/lib/forum/following/unfollow-thread';
import type { Copy } from './queries';

/**
 * A copy that came for no area and no tag (one takes part in the thread, or was named) is stopped by muting the thread;
 * one that came for a followed thread too ends that (MAIL.md E64, E91).
 * @throws Refusal `not-allowed` for a thread the receiver may no longer read
 */
export async function stopCopies(ctx: MemberContext, { thread, areas, tags }: Copy): Promise<void> {
  if (areas.length + tags.length === 0) {
    if (thread) await muteThread(ctx, { threadId: thread.id });
    return;
  }
  for (const { slug } of areas) await chooseAreaMail(ctx, { area: slug, mail: 'none' });
  for (const { tag } of tags) await chooseTagMail(ctx, { tag, mail: 'none' });
  if (thread?.follow === 'following') await unfollowThread(ctx, { threadId: thread.id });
}
