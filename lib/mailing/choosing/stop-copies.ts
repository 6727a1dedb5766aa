// Ends what a mail came for: by the link of the mail and by an answer to it alike.
import type { MemberContext } from '@/lib/core/context';
import { chooseAreaMail } from '@/lib/forum/following/choose-area-mail';
import { chooseTagMail } from '@/lib/forum/following/choose-tag-mail';
import { writeFollow } from '@/lib/forum/following/write-follow';
import { chooseSearchMail } from '@/lib/search/saving/choose-search-mail';
import type { Copy } from './queries';

/**
 * A copy that came for no area and no tag (one takes part in the thread, or was named) is stopped by muting the thread;
 * one that came for a followed thread too ends that (MAIL.md E64, E91). To be left alone nobody needs to be able to read.
 */
export async function stopCopies(ctx: MemberContext, copy: Copy): Promise<void> {
  const { thread, areas, tags, searches } = copy;
  const { personId } = ctx.actor;
  for (const { id } of searches) await chooseSearchMail(ctx, { id, mail: false });
  if (areas.length + tags.length === 0) {
    if (thread) await writeFollow(ctx, { personId, threadId: thread.id, state: 'muted' });
    return;
  }
  for (const { slug } of areas) await chooseAreaMail(ctx, { area: slug, mail: 'none' });
  for (const { tag } of tags) await chooseTagMail(ctx, { tag, mail: 'none' });
  if (thread?.follow === 'following') await writeFollow(ctx, { personId, threadId: thread.id, state: null });
}
