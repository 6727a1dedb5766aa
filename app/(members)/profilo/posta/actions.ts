'use server';
// What a person chooses to receive by mail.
import { redirect } from 'next/navigation';
import type { Context } from '@/lib/core/context';
import type { FormState } from '@/lib/core/form-state';
import { chooseAreaMail } from '@/lib/forum/following/choose-area-mail';
import { chooseCopies } from '@/lib/forum/following/choose-copies';
import { chooseTagMail } from '@/lib/forum/following/choose-tag-mail';
import { listChoices } from '@/lib/forum/following/queries';
import { unfollowArea } from '@/lib/forum/following/unfollow-area';
import { unfollowThread } from '@/lib/forum/following/unfollow-thread';
import { runAction } from '@/lib/web/action';
import { pressButton } from '@/lib/web/back-after';

const saved = '/profilo/posta?salvato=1';

/** A field `area:<slug>` for each area; empty: not followed. Only what differs from before is chosen anew. */
export async function saveAreas(form: FormData): Promise<void> {
  await press(form, async (ctx, values) => {
    for (const { slug, mail } of (await listChoices(ctx)).areas) {
      const wanted = values[`area:${slug}`];
      if (wanted === undefined || wanted === (mail ?? '')) continue;
      await (wanted === ''
        ? unfollowArea(ctx, { area: slug })
        : chooseAreaMail(ctx, { area: slug, mail: wanted }));
    }
  });
}

/** A field `tag:<tag>` for each tag that has a choice; empty: none of its own any more. */
export async function saveTags(form: FormData): Promise<void> {
  await press(form, async (ctx, values) => {
    for (const { tag, mail } of (await listChoices(ctx)).tags) {
      const wanted = values[`tag:${tag}`];
      if (wanted !== undefined && wanted !== mail) await chooseTagMail(ctx, { tag, mail: wanted || null });
    }
  });
}

/** A further tag, with what is wanted of it. */
export async function addTag(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { tag, mail }) => {
    await chooseTagMail(ctx, { tag, mail });
    redirect(saved);
  });
}

/** Own posts back, second copies: ticked or not. */
export async function saveCopies(form: FormData): Promise<void> {
  await press(form, (ctx, values) =>
    chooseCopies(ctx, { ownCopies: values.ownCopies === 'on', secondCopies: values.secondCopies === 'on' }),
  );
}

/** Of a thread: as its areas say again. */
export async function forgetThread(form: FormData): Promise<void> {
  await press(form, (ctx, { thread }) => unfollowThread(ctx, { threadId: thread }));
}

function press(form: FormData, work: (ctx: Context, values: Record<string, string>) => Promise<unknown>) {
  form.set('back', saved);
  return pressButton(form, work);
}
