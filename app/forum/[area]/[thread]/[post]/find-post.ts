// The post behind `/forum/<area>/<thread>/<n>/…`: only the two numbers count.
import { notFound } from 'next/navigation';
import { type ThreadView, threadNumberOf } from '@/lib/forum/model';
import { findThread } from '@/lib/forum/posts/queries';
import { findPostId } from '@/lib/forum/writing/queries';
import { readPage } from '@/lib/web/read-page';

export type PostParams = Promise<{ area: string; thread: string; post: string }>;

export type FoundPost = { thread: ThreadView; postId: string; number: number; path: string };

/** @param page the last part of the address, to come back to after signing in */
export async function findPost(params: PostParams, page: 'modifica' | 'versioni'): Promise<FoundPost> {
  const { area, thread: part, post } = await params;
  const threadNumber = threadNumberOf(part);
  const number = /^\d{1,7}$/.test(post) ? Number(post) : 0;
  if (threadNumber === undefined || number === 0) notFound();
  const path = `/forum/${area}/${part}/${post}/${page}`;
  return readPage(path, async (ctx) => {
    const thread = await findThread(ctx, threadNumber);
    return { thread, number, path, postId: await findPostId(ctx, thread.id, number) };
  });
}
