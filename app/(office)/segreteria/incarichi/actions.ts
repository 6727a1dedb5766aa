'use server';
// What the secretariat agrees with the network about seats.
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { setSeatLimit } from '@/lib/people/seats/set-seat-limit';
import { runAction } from '@/lib/web/action';

/** Back to the list, where the limit stands. */
export async function setLimit(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { kind, role, most }) => {
    await setSeatLimit(ctx, { kind, role, most });
    redirect('/segreteria/incarichi?fatto=1');
  });
}
