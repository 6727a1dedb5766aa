'use server';
// What people change about themselves: profile, sessions, feed addresses.
import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { makeFeedToken } from '@/lib/auth/make-feed-token';
import { revokeFeedToken } from '@/lib/auth/revoke-feed-token';
import type { FormState } from '@/lib/core/form-state';
import { Refusal } from '@/lib/core/refusal';
import { noteHoliday } from '@/lib/people/note-holiday';
import { revokeSession } from '@/lib/people/revoke-session';
import { updateProfile } from '@/lib/people/update-profile';
import { runAction } from '@/lib/web/action';
import { pressButton } from '@/lib/web/back-after';
import { currentContext } from '@/lib/web/context';
import { languageCookie } from '@/lib/web/i18n';

/** Saved, page and frame are asked anew: name and language stand there too. */
export async function saveProfile(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, values) => {
    await updateProfile(ctx, values);
    // A language once chosen in the bar would outlive the wish to read as the browser asks.
    if (!values.locale) (await cookies()).delete(languageCookie);
    revalidatePath('/', 'layout');
    redirect('/profilo?salvato=1');
  });
}

/** An empty note takes it away. */
export async function saveHoliday(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, values) => {
    await noteHoliday(ctx, values);
    redirect('/profilo?salvato=1');
  });
}

/** A session that is over already is what was wanted. */
export async function endOwnSession(form: FormData): Promise<void> {
  try {
    await revokeSession(await currentContext(), { sessionId: form.get('sessione') });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  redirect('/profilo#accessi');
}

/** The address is on the page from now on. */
export async function makeFeedAddress(form: FormData): Promise<void> {
  await pressButton(form, makeFeedToken);
}

/** Whoever reads by it is told at the next question that it is gone. */
export async function revokeFeedAddress(form: FormData): Promise<void> {
  await pressButton(form, revokeFeedToken);
}
