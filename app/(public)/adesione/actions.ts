'use server';
// What a commune does on its way in: ask for a link, confirm the address, go on step by step.
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { FormState } from '@/lib/core/form-state';
import { Refusal } from '@/lib/core/refusal';
import { removeActFile } from '@/lib/membership/acts/remove-act-file';
import { saveAct } from '@/lib/membership/acts/save-act';
import { sendAct } from '@/lib/membership/acts/send-act';
import { beginApplication } from '@/lib/membership/applying/begin-application';
import { confirmAddress } from '@/lib/membership/applying/confirm-address';
import { confirmInterest } from '@/lib/membership/applying/confirm-interest';
import { expressInterest } from '@/lib/membership/applying/express-interest';
import { applicationAddress } from '@/lib/membership/applying/model';
import { openLink } from '@/lib/membership/applying/open-link';
import { saveContact } from '@/lib/membership/applying/save-contact';
import { runAction } from '@/lib/web/action';
import { clientAddress } from '@/lib/web/client-address';
import { currentContext } from '@/lib/web/context';

/** Leads to the same page whoever asked. */
export async function begin(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, values) => {
    await beginApplication(ctx, { ...values, clientAddress: await clientAddress() }, await getLocale());
    redirect('/adesione/inviato');
  });
}

export async function askToKnow(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, values) => {
    await expressInterest(ctx, { ...values, clientAddress: await clientAddress() }, await getLocale());
    redirect('/adesione/inviato');
  });
}

/** The button behind the mailed link: into the application, or to the thanks for an interest. */
export async function confirm(form: FormData): Promise<void> {
  const sealed = String(form.get('codice') ?? '');
  const ctx = await currentContext();
  let next: string;
  try {
    if (openLink(sealed, ctx.now).for === 'interest') {
      await confirmInterest(ctx, sealed);
      next = '/adesione/inviato?esito=interesse';
    } else {
      next = applicationAddress(await confirmAddress(ctx, sealed));
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    next = `/adesione/conferma?${new URLSearchParams({ codice: sealed, avviso: error.reason })}`;
  }
  redirect(next);
}

export async function keepContact(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, values) => {
    const word = values.domanda ?? '';
    await saveContact(ctx, word, values);
    redirect(applicationAddress(word, 'bozze'));
  });
}

export async function keepAct(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, values) => {
    const word = values.domanda ?? '';
    await saveAct(ctx, { word }, values);
    redirect(`${applicationAddress(word, 'atto')}&fatto=atto`);
  });
}

export async function dropActFile(form: FormData): Promise<void> {
  const word = String(form.get('domanda') ?? '');
  const ctx = await currentContext();
  const wrong = await reasonOf(() => removeActFile(ctx, { word }, String(form.get('file') ?? '')));
  redirect(`${applicationAddress(word, 'atto')}${wrong}`);
}

export async function send(form: FormData): Promise<void> {
  const word = String(form.get('domanda') ?? '');
  const ctx = await currentContext();
  const wrong = await reasonOf(() => sendAct(ctx, { word }));
  redirect(wrong ? `${applicationAddress(word, 'invio')}${wrong}` : applicationAddress(word));
}

/** @returns the rest of an address that says what was wrong; empty where nothing was */
async function reasonOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return '';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `&avviso=${error.reason}`;
  }
}
