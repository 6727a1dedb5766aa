'use server';
// What the secretariat does in its post.
import type { FormState } from '@/lib/core/form-state';
import { refuseHeld } from '@/lib/mailing/holding/refuse-held';
import { releaseHeld } from '@/lib/mailing/holding/release-held';
import { replayMail } from '@/lib/mailing/holding/replay-mail';
import { retryJob } from '@/lib/mailing/office/retry-job';
import { backAfter, pressButton } from '@/lib/web/back-after';

/** A job that was given up is tried again. */
export async function tryJobAgain(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { job }) => retryJob(ctx, { jobId: job }));
}

/** A held mail goes where it was to go; `back` says so. */
export async function release(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { mail }) => releaseHeld(ctx, { mailId: mail }));
}

/** A held mail does not go to the forum; the reason is for its writer. */
export async function refuse(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(form, (ctx, { mail, reason }) => refuseHeld(ctx, { mailId: mail, reason }), 'refuse');
}

/** A mail is looked at as if it had just come; `back` says so. */
export async function replay(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { mail }) => replayMail(ctx, { mailId: mail }));
}
