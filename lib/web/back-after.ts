// The door of the small forms around what is read: a deed, then back to where it was done.
import { redirect } from 'next/navigation';
import { sitePath } from '@/lib/auth/return-path';
import type { Context } from '@/lib/core/context';
import type { FormState, FormValues } from '@/lib/core/form-state';
import { runAction } from './action';

type Work = (ctx: Context, values: FormValues) => Promise<unknown>;

/**
 * For a form with fields: back to the path it names as `back`; a refusal stays with the form.
 * @param done a word for the page to say what was done, where that is not to be seen on it
 */
export async function backAfter(form: FormData, work: Work, done?: string): Promise<FormState> {
  const state = await runAction(form, work);
  if (!state.error) redirect(done ? backWith(form, 'fatto', done) : sitePath(form.get('back')));
  return state;
}

/**
 * For a form that is one button: back in any case, with the reason of a refusal in the query for the page to say.
 * @param done as for `backAfter`
 */
export async function pressButton(form: FormData, work: Work, done?: string): Promise<void> {
  const { error } = await runAction(form, work);
  if (error) redirect(backWith(form, 'avviso', error.reason ?? 'invalid'));
  redirect(done ? backWith(form, 'fatto', done) : sitePath(form.get('back')));
}

/** To the head of the page, where it says so. */
function backWith(form: FormData, name: 'avviso' | 'fatto', word: string): string {
  const back = new URL(sitePath(form.get('back')), 'http://raccordo.invalid');
  back.searchParams.set(name, word);
  return `${back.pathname}${back.search}`;
}
