// Neither followed nor muted: a person is told of a thread as of any other of its area.
import type { Context } from '@/lib/core/context';
import { setFollow } from './set-follow';

/** @throws Refusal `not-found`, `not-allowed` */
export async function unfollowThread(ctx: Context, input: unknown): Promise<void> {
  await setFollow(ctx, input, null);
}
