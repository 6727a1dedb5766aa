'use server';
// What the secretariat decides about adhesions.
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { admit } from '@/lib/membership/examining/admit';
import { chooseSettings } from '@/lib/membership/examining/choose-settings';
import { handleInterest } from '@/lib/membership/examining/handle-interest';
import { mergeInto } from '@/lib/membership/standing/merge-into';
import { takeStep } from '@/lib/membership/take-step';
import { runAction } from '@/lib/web/action';
import { backAfter, pressButton } from '@/lib/web/back-after';

/** One form for every step: which one travels with it. */
export async function decide(_state: FormState, form: FormData): Promise<FormState> {
  const deed = String(form.get('deed') ?? '');
  return backAfter(
    form,
    (ctx, values) => {
      if (deed === 'admit') return admit(ctx, values);
      if (deed === 'merge') return mergeInto(ctx, values);
      return takeStep(ctx, values);
    },
    deed,
  );
}

export async function handled(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { interestId }) => handleInterest(ctx, { interestId }));
}

export async function setFourEyes(form: FormData): Promise<void> {
  await runAction(form, (ctx, values) => chooseSettings(ctx, { fourEyes: values.fourEyes !== undefined }));
  redirect('/segreteria/adesioni');
}
