// The thread behind an address; one that was merged into another leads on to where its posts stand now.
import { notFound, permanentRedirect } from 'next/navigation';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { postAddress, type ThreadView, threadNumberOf } from '@/lib/forum/model';
import { findPlaceNow } from '@/lib/forum/moves/queries';
import { findThread } from '@/lib/forum/posts/queries';
import { readPage } from '@/lib/web/read-page';

/**
 * @param path to come back to after signing in
 * @param part the last part of the thread's address: only its number counts
 * @param post the number of the post that is asked for
 */
export async function readThread(path: string, part: string, post = 1): Promise<ThreadView> {
  const number = threadNumberOf(part);
  if (number === undefined) notFound();
  return readPage(path, async (ctx) => {
    try {
      return await findThread(ctx, number);
    } catch (error) {
      const isMerged = error instanceof Refusal && error.code === 'gone';
      return isMerged ? leadOn(ctx, number, post) : Promise.reject(error);
    }
  });
}

async function leadOn(ctx: Context, number: number, post: number): Promise<never> {
  const place = await findPlaceNow(ctx, number, post);
  permanentRedirect(postAddress(place, place.post));
}
