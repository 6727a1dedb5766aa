'use server';
// What one does with a post one reads: thank, choose as the answer, report, delete, hide, take back.
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { markAnswer } from '@/lib/forum/answers/mark-answer';
import { unmarkAnswer } from '@/lib/forum/answers/unmark-answer';
import { deleteOwnPost } from '@/lib/forum/removals/delete-own-post';
import { hidePost } from '@/lib/forum/removals/hide-post';
import { showPost } from '@/lib/forum/removals/show-post';
import { takeBack } from '@/lib/forum/removals/take-back';
import { reportPost } from '@/lib/forum/reports/report-post';
import { thankPost } from '@/lib/forum/thanks/thank-post';
import { unthankPost } from '@/lib/forum/thanks/unthank-post';
import { signOfficePost } from '@/lib/forum/writing/sign-office-post';
import { backAfter, pressButton } from '@/lib/web/back-after';

/** The button says which of the two it is: `wish` is `off` to take thanks back. */
export async function thank(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { post, wish }) =>
    wish === 'off' ? unthankPost(ctx, { postId: post }) : thankPost(ctx, { postId: post }),
  );
}

/** `wish` is `off` to open the question again. */
export async function chooseAnswer(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { post, thread, wish }) =>
    wish === 'off' ? unmarkAnswer(ctx, { threadId: thread }) : markAnswer(ctx, { postId: post }),
  );
}

/** The author's own post; it can be brought back from where it stood. */
export async function removeOwn(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { post }) => deleteOwnPost(ctx, { postId: post }));
}

/** What came from the shared mailbox of the own office is one's own. */
export async function sign(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { post }) => signOfficePost(ctx, { postId: post }));
}

/** Brings back what was hidden or deleted. */
export async function showAgain(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { post }) => showPost(ctx, { postId: post }));
}

/** What was taken back is a draft again, and one goes on with it. */
export async function takePostBack(form: FormData): Promise<void> {
  await pressButton(form, async (ctx, { post }) => {
    const { draftId } = await takeBack(ctx, { postId: post });
    redirect(draftId ? `/bozze/${draftId}?ritirato=1` : '/');
  });
}

/** To the secretariat, with a reason. */
export async function reportToOffice(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(
    form,
    (ctx, { post, reason, confirmed }) =>
      reportPost(ctx, { postId: post, reason, confirmed: confirmed === 'on' }),
    'segnalazione',
  );
}

/** By a moderator, with a reason that stands in its place. */
export async function hide(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(form, (ctx, { post, reason, confirmed }) =>
    hidePost(ctx, { postId: post, reason, confirmed: confirmed === 'on' }),
  );
}
