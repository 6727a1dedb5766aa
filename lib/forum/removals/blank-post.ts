// Leaves of a post only its number: words, earlier versions, files and what others were told of it go.
import { eq } from 'drizzle-orm';
import { attachment, notification, post, postRevision, thank } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';

export async function blankPost({ db }: MemberContext, postId: string): Promise<void> {
  const body = { type: 'doc', content: [{ type: 'paragraph' }] };
  await db.update(post).set({ body, html: '', text: '', quotedHtml: null }).where(eq(post.id, postId));
  await db.delete(postRevision).where(eq(postRevision.postId, postId));
  await db.delete(attachment).where(eq(attachment.postId, postId));
  await db.delete(thank).where(eq(thank.postId, postId));
  await db.delete(notification).where(eq(notification.postId, postId));
}
