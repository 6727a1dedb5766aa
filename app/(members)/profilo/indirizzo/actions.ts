'use server';
// What people do about the address they sign in with.
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { confirmAddress } from '@/lib/people/addresses/confirm-address';
import { requestAddress } from '@/lib/people/addresses/request-address';
import { runAction } from '@/lib/web/action';

/** The profile says that a mail is on its way. */
export async function askForAddress(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { email }) => {
    await requestAddress(ctx, { email });
    redirect('/profilo?indirizzo=inviato');
  });
}

/** The profile shows the new address. */
export async function takeAddress(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { email, until, seal, keep }) => {
    await confirmAddress(ctx, { email, until, seal, keep: keep !== undefined });
    revalidatePath('/', 'layout');
    redirect('/profilo?indirizzo=cambiato');
  });
}
