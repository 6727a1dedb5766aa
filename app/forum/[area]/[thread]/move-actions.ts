'use server';
// What moderators do that changes where posts stand.
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { threadAddress } from '@/lib/forum/model';
import { mergeThreads } from '@/lib/forum/moves/merge-threads';
import { findThreadById } from '@/lib/forum/moves/queries';
import { splitThread } from '@/lib/forum/moves/split-thread';
import { runAction } from '@/lib/web/action';
import { areasOf } from '@/lib/web/areas-of';
import { listOf } from '@/lib/web/list-of';

/** Leads to the new thread. */
export async function split(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, values) => {
    const threadId = await splitThread(ctx, {
      threadId: values.thread,
      reason: values.reason,
      confirmed: values.confirmed === 'on',
      title: values.title,
      areas: areasOf(values),
      tags: listOf(values.tags, ','),
      posts: listOf(values.posts, '\n').map(Number),
      following: values.following === 'on',
      isQuestion: values.isQuestion === 'on',
      widen: values.widen === 'on',
    });
    redirect(threadAddress(await findThreadById(ctx, threadId)));
  });
}

/** Leads to the thread that stays. */
export async function merge(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { thread, into = '', reason, confirmed, widen }) => {
    const asked = { threadId: thread, into, reason };
    await mergeThreads(ctx, { ...asked, confirmed: confirmed === 'on', widen: widen === 'on' });
    redirect(threadAddress(await findThreadById(ctx, into)));
  });
}
