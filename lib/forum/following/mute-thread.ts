// A person wants to be told of nothing in one thread, whatever they follow.
import type { Context } from '@/lib/core/context';
import { setFollow } from './set-follow';

/** @throws Refusal `not-found`, `not-allowed` */
export async function muteThread(ctx: Context, input: unknown): Promise<void> {
  await setFollow(ctx, input, 'muted');
}
