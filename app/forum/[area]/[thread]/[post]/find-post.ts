// The post behind `/forum/<area>/<thread>/<n>/…`: only the two numbers count.
import { notFound, permanentRedirect } from 'next/navigation';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { type ThreadView, threadAddress } from '@/lib/forum/model';
import { findPlaceNow } from '@/lib/forum/moves/queries';
import { findPostId } from '@/lib/forum/writing/queries';
import { readPage } from '@/lib/web/read-page';
import { readThread } from '../read-thread';

export type PostParams = Promise<{ area: string; thread: string; post: string }>;

export type FoundPost = { thread: ThreadView; postId: string; number: number; path: string };

/** @param page the last part of the address, to come back to after signing in */
export async function findPost(params: PostParams, page: 'modifica' | 'versioni'): Promise<FoundPost> {
  const { area, thread: part, post } = await params;
  const number = /^\d{1,7}$/.test(post) ? Number(post) : 0;
  if (number === 0) notFound();
  const path = `/forum/${area}/${part}/${post}/${page}`;
  const thread = await readThread(path, part, number);
  return readPage(path, async (ctx) => {
    const postId = await findPostId(ctx, thread.id, number).catch((error) =>
      leadOn(error, ctx, thread.number, number, page),
    );
    return { thread, number, path, postId };
  });
}

/** A post that went to another thread has the same page there. */
async function leadOn(
  error: unknown,
  ctx: Context,
  thread: number,
  number: number,
  page: string,
): Promise<never> {
  if (!(error instanceof Refusal && error.code === 'not-found')) throw error;
  const place = await findPlaceNow(ctx, thread, number);
  permanentRedirect(`${threadAddress(place)}/${place.post}/${page}`);
}
