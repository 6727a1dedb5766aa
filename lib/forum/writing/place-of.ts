// Where a sent post stands, for whoever sent it.
import { eq } from 'drizzle-orm';
import { post, thread } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { shownArea } from '../queries';
import { type Published, takeBackUntil } from './model';

/** @throws Refusal `gone` */
export async function placeOf({ db, actor }: MemberContext, postId: string): Promise<Published> {
  const [place] = await db
    .select({
      threadId: thread.id,
      postId: post.id,
      number: thread.number,
      slug: thread.slug,
      areaSlug: shownArea(actor, 'slug'),
      post: post.number,
      postedAt: post.postedAt,
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(eq(post.id, postId));
  if (!place) throw new Refusal('gone', 'no-such-post');
  const { postedAt, ...rest } = place;
  return { ...rest, takeBackUntil: takeBackUntil(postedAt) };
}
