'use server';
// What a referent does with the seats of the own organisation.
import { redirect } from 'next/navigation';
import { sitePath } from '@/lib/auth/return-path';
import type { Context } from '@/lib/core/context';
import type { FormState } from '@/lib/core/form-state';
import { Refusal } from '@/lib/core/refusal';
import { endSeat } from '@/lib/people/end-seat';
import { invitePerson } from '@/lib/people/invite-person';
import { resendInvitation } from '@/lib/people/seats/resend-invitation';
import { revokeInvitation } from '@/lib/people/seats/revoke-invitation';
import { backAfter } from '@/lib/web/back-after';
import { currentContext } from '@/lib/web/context';

export async function invite(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(
    form,
    async (ctx, { email, organization, role, name }) => {
      const { isHeld } = await invitePerson(ctx, { email, organization, role, ...(name ? { name } : {}) });
      if (isHeld) throw new Refusal('conflict', 'already-in-seat', 'email');
    },
    'invited',
  );
}

export async function resend(form: FormData): Promise<void> {
  await press(form, 'resent', (ctx, seatId) => resendInvitation(ctx, { seatId }));
}

export async function revoke(form: FormData): Promise<void> {
  await press(form, 'revoked', (ctx, seatId) => revokeInvitation(ctx, { seatId }));
}

export async function end(form: FormData): Promise<void> {
  await press(form, 'ended', (ctx, seatId) => endSeat(ctx, { seatId }));
}

/** Back to the page in any case, which says what was done or what was wrong. */
async function press(
  form: FormData,
  done: string,
  work: (ctx: Context, seatId: string) => Promise<void>,
): Promise<void> {
  let told = `fatto=${done}`;
  try {
    await work(await currentContext(), String(form.get('seatId') ?? ''));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    told = `avviso=${error.reason}`;
  }
  redirect(`${sitePath(form.get('back'))}?${told}`);
}
