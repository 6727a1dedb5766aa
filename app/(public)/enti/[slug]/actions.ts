'use server';
// What a referent does on the page of the own organisation.
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { memberOf } from '@/lib/core/member-of';
import { handOver } from '@/lib/forum/leavers/hand-over';
import { runAction } from '@/lib/web/action';

/** Back to the page, which says how much was handed over. */
export async function handOverTo(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { from, to }) => {
    const { slug } = memberOf(ctx.actor).seat.organization;
    const { threads, drafts } = await handOver(ctx, { fromPersonId: from, toPersonId: to });
    redirect(`/enti/${slug}?discussioni=${threads}&bozze=${drafts}`);
  });
}
