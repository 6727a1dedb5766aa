'use server';
// What one does with an area as a whole.
import { chooseAreaMail } from '@/lib/forum/following/choose-area-mail';
import { followArea } from '@/lib/forum/following/follow-area';
import { unfollowArea } from '@/lib/forum/following/unfollow-area';
import { pressButton } from '@/lib/web/back-after';

/** `wish` is `follow` or `leave`. */
export async function wishForArea(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { area, wish }) =>
    (wish === 'follow' ? followArea : unfollowArea)(ctx, { area }),
  );
}

/** `mail` is one of the choices of what to receive. */
export async function chooseMailOfArea(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { area, mail }) => chooseAreaMail(ctx, { area, mail }));
}
