'use server';
// What is done with a code at the door.
import { redirect } from 'next/navigation';
import { returnPath } from '@/lib/auth/return-path';
import { proveSecondFactor } from '@/lib/auth/second-factor/prove-second-factor';
import type { FormState } from '@/lib/core/form-state';
import { runAction } from '@/lib/web/action';
import { currentVisitor } from '@/lib/web/context';
import { signInAddress } from '@/lib/web/gate';

/** Where nobody waits for a code any more, to the door. */
export async function giveCode(_state: FormState, form: FormData): Promise<FormState> {
  const back = returnPath(form.get('ritorno'));
  const { waiting } = await currentVisitor();
  if (waiting?.for !== 'code') redirect(signInAddress(back));
  return runAction(form, async (ctx, { code }) => {
    await proveSecondFactor(ctx, waiting, { code });
    redirect(back);
  });
}
