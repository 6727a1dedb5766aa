// A person wants to be told of everything in one thread.
import type { Context } from '@/lib/core/context';
import { setFollow } from './set-follow';

/** @throws Refusal `not-found`, `not-allowed` */
export async function followThread(ctx: Context, input: unknown): Promise<void> {
  await setFollow(ctx, input, 'following');
}
