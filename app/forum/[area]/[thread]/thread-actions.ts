'use server';
// What one does with a thread as a whole: follow it, silence it, keep it for later, and what moderators do.
import type { FormState, FormValues } from '@/lib/core/form-state';
import { chooseTagMail } from '@/lib/forum/following/choose-tag-mail';
import { followThread } from '@/lib/forum/following/follow-thread';
import { muteThread } from '@/lib/forum/following/mute-thread';
import { unfollowThread } from '@/lib/forum/following/unfollow-thread';
import { markUnreadFrom } from '@/lib/forum/mark-unread-from';
import { lockThread } from '@/lib/forum/moderation/lock-thread';
import { moveThread } from '@/lib/forum/moderation/move-thread';
import { pinThread } from '@/lib/forum/moderation/pin-thread';
import { renameThread } from '@/lib/forum/moderation/rename-thread';
import { retagThread } from '@/lib/forum/moderation/retag-thread';
import { unlockThread } from '@/lib/forum/moderation/unlock-thread';
import { unpinThread } from '@/lib/forum/moderation/unpin-thread';
import { areasOf } from '@/lib/web/areas-of';
import { backAfter, pressButton } from '@/lib/web/back-after';
import { listOf } from '@/lib/web/list-of';

const wishes = { follow: followThread, mute: muteThread, neither: unfollowThread };

/** `wish` is `follow`, `mute` or `neither`. */
export async function wishForThread(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { thread, wish = '' }) =>
    (wishes[wish as keyof typeof wishes] ?? unfollowThread)(ctx, { threadId: thread }),
  );
}

/** `mail` is one of the choices of what to receive; empty, the areas decide. */
export async function chooseMailOfTag(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { tag, mail }) => chooseTagMail(ctx, { tag, mail: mail || null }));
}

/** From this post on; `back` is the list, since showing the thread again would read it again. */
export async function keepUnread(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { thread, number }) =>
    markUnreadFrom(ctx, { threadId: thread, number: Number(number) }),
  );
}

/** Closes a thread, or opens it again where `wish` is `off`. */
export async function lock(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(form, (ctx, values) =>
    (values.wish === 'off' ? unlockThread : lockThread)(ctx, moderation(values)),
  );
}

/** Keeps a thread on top, or lets it go where `wish` is `off`. */
export async function pin(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(form, (ctx, values) =>
    (values.wish === 'off' ? unpinThread : pinThread)(ctx, moderation(values)),
  );
}

/** Into other areas; the home stays where it is ticked. The address leads there by itself: only the number counts. */
export async function move(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(form, (ctx, values) =>
    moveThread(ctx, { ...moderation(values), areas: areasOf(values), widen: values.widen === 'on' }),
  );
}

/** Another title. */
export async function rename(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(form, (ctx, values) => renameThread(ctx, { ...moderation(values), title: values.title }));
}

/** Other tags, all of them given. */
export async function retag(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(form, (ctx, values) =>
    retagThread(ctx, { ...moderation(values), tags: listOf(values.tags, ',') }),
  );
}

function moderation({ thread, reason, confirmed }: FormValues) {
  return { threadId: thread, reason, confirmed: confirmed === 'on' };
}
