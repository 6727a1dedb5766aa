'use server';
// What one does with an area as a whole.
import { followArea } from '@/lib/forum/following/follow-area';
import { unfollowArea } from '@/lib/forum/following/unfollow-area';
import { pressButton } from '@/lib/web/back-after';

/** `wish` is `follow` or `leave`. */
export async function wishForArea(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { area, wish }) =>
    (wish === 'follow' ? followArea : unfollowArea)(ctx, { area }),
  );
}
