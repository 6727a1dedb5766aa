'use server';
// What a referent does to leave: prepare, write the act down, notify.
import { redirect } from 'next/navigation';
import type { Context } from '@/lib/core/context';
import type { FormState } from '@/lib/core/form-state';
import { Refusal } from '@/lib/core/refusal';
import { removeActFile } from '@/lib/membership/acts/remove-act-file';
import { saveAct } from '@/lib/membership/acts/save-act';
import { sendAct } from '@/lib/membership/acts/send-act';
import { openWithdrawal } from '@/lib/membership/standing/open-withdrawal';
import { runAction } from '@/lib/web/action';
import { currentContext } from '@/lib/web/context';

export async function openLeaving(form: FormData): Promise<void> {
  await press(form, (ctx, organizationId) => openWithdrawal(ctx, { organizationId }));
}

export async function keepWithdrawal(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, values) => {
    await saveAct(ctx, { organizationId: values.organizationId ?? '' }, values);
    redirect(`${pageOf(form)}?fatto=atto`);
  });
}

export async function dropFile(form: FormData): Promise<void> {
  await press(form, (ctx, organizationId) =>
    removeActFile(ctx, { organizationId }, String(form.get('file') ?? '')),
  );
}

export async function sendWithdrawal(form: FormData): Promise<void> {
  await press(form, (ctx, organizationId) => sendAct(ctx, { organizationId }));
}

function pageOf(form: FormData): string {
  return `/enti/${encodeURIComponent(String(form.get('ente') ?? ''))}/recesso`;
}

/** Back to the page in any case, which says what was wrong. */
async function press(form: FormData, work: (ctx: Context, id: string) => Promise<unknown>): Promise<void> {
  let wrong = '';
  try {
    await work(await currentContext(), String(form.get('organizationId') ?? ''));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    wrong = `?avviso=${error.reason}`;
  }
  redirect(pageOf(form) + wrong);
}
