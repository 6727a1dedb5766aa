'use server';
// What can be done at the door: ask for a link, use one.
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { completeSignIn } from '@/lib/auth/complete-sign-in';
import { findActor, type Visitor } from '@/lib/auth/find-actor';
import { sessionCookieName } from '@/lib/auth/model';
import { requestSignIn } from '@/lib/auth/request-sign-in';
import { returnPath } from '@/lib/auth/return-path';
import type { FormState } from '@/lib/core/form-state';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { runAction } from '@/lib/web/action';
import { clientAddress } from '@/lib/web/client-address';
import { currentContext } from '@/lib/web/context';
import { waitingAddress } from '@/lib/web/gate';

/** Leads to the same page whoever asked; only a malformed address or too many requests come back to the form. */
export async function requestLink(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, values) => {
    const request = {
      email: values.email ?? '',
      returnTo: values.ritorno,
      shared: values.condiviso !== undefined,
      clientAddress: await clientAddress(),
    };
    await requestSignIn(ctx, request, await getLocale());
    redirect('/accesso/inviato');
  });
}

/** The button behind the mailed link. A link that no longer works leads to the page that offers a new one. */
export async function confirmSignIn(form: FormData): Promise<void> {
  const field = (name: string) => String(form.get(name) ?? '');
  const [email, returnTo] = [field('indirizzo'), returnPath(field('ritorno'))];
  const jar = await cookies();
  let waiting: Visitor['waiting'] = null;
  try {
    const { name, value, ...options } = await completeSignIn(await currentContext(), {
      email,
      token: field('codice'),
      shared: field('condiviso') === '1',
      userAgent: (await headers()).get('user-agent'),
      cookie: jar.get(sessionCookieName(env().publicUrl))?.value,
    });
    jar.set(name, value, options);
    const { db, now } = await currentContext();
    waiting = (await findActor(db, value, now)).waiting;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    redirect(`/accesso/conferma?${new URLSearchParams({ indirizzo: email, ritorno: returnTo })}`);
  }
  redirect(waiting ? waitingAddress(waiting.for, returnTo) : returnTo);
}
