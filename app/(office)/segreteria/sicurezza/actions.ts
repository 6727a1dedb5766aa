'use server';
// What the secretariat decides about second factors.
import { redirect } from 'next/navigation';
import { chooseRequiredRoles } from '@/lib/auth/second-factor/choose-required-roles';
import { resetSecondFactor } from '@/lib/auth/second-factor/reset-second-factor';
import type { FormState } from '@/lib/core/form-state';
import { runAction } from '@/lib/web/action';
import { currentContext } from '@/lib/web/context';

const page = '/segreteria/sicurezza';

export async function choose(form: FormData): Promise<void> {
  await chooseRequiredRoles(await currentContext(), form.getAll('roles'));
  redirect(`${page}?fatto=scelta`);
}

export async function reset(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { email }) => {
    await resetSecondFactor(ctx, { email });
    redirect(`${page}?fatto=azzerata`);
  });
}
