'use server';
// What a person does with their second factor.
import { redirect } from 'next/navigation';
import { returnPath } from '@/lib/auth/return-path';
import { confirmSecondFactor } from '@/lib/auth/second-factor/confirm-second-factor';
import type { Holder } from '@/lib/auth/second-factor/model';
import { removeSecondFactor } from '@/lib/auth/second-factor/remove-second-factor';
import { renewRecoveryCodes } from '@/lib/auth/second-factor/renew-recovery-codes';
import type { Context } from '@/lib/core/context';
import type { FormState } from '@/lib/core/form-state';
import { runAction } from '@/lib/web/action';
import { currentVisitor } from '@/lib/web/context';
import { signInAddress } from '@/lib/web/gate';
import { holderOf } from './holder';

const page = '/profilo/secondo-fattore';

export async function confirm(_state: FormState, form: FormData): Promise<FormState> {
  return withCodes(form, confirmSecondFactor);
}

export async function renew(_state: FormState, form: FormData): Promise<FormState> {
  return withCodes(form, renewRecoveryCodes);
}

export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  const holder = await demandHolder();
  return runAction(form, async (ctx, { code }) => {
    await removeSecondFactor(ctx, holder, { code });
    redirect(`${page}?fatto=tolto`);
  });
}

/** The codes come back with the answer to the form and stand nowhere else. */
async function withCodes(
  form: FormData,
  work: (ctx: Context, holder: Holder, input: unknown) => Promise<string[]>,
): Promise<FormState> {
  const holder = await demandHolder();
  let codes: string[] = [];
  const state = await runAction(form, async (ctx, { code }) => {
    codes = await work(ctx, holder, { code });
  });
  if (state.error) return state;
  return { done: true, values: { codes: codes.join(' '), ritorno: returnPath(form.get('ritorno')) } };
}

async function demandHolder(): Promise<Holder> {
  const holder = holderOf(await currentVisitor());
  if (!holder) redirect(signInAddress(page));
  return holder;
}
