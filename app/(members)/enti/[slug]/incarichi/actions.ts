'use server';
// What is done about the seats of an organisation.
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { endSeat } from '@/lib/people/end-seat';
import { invitePerson } from '@/lib/people/invite-person';
import { seatsAddress } from '@/lib/people/seats/model';
import { resendInvitation } from '@/lib/people/seats/resend-invitation';
import { revokeInvitation } from '@/lib/people/seats/revoke-invitation';
import { runAction } from '@/lib/web/action';
import { pressButton } from '@/lib/web/back-after';

/** Back to the page, where the invitation stands in the table. */
export async function invite(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { name, email, role, organization = '' }) => {
    await invitePerson(ctx, { name, email, role, organization });
    redirect(`${seatsAddress(organization)}?fatto=invited`);
  });
}

/** Thirty days from now. */
export async function sendAgain(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { seat }) => resendInvitation(ctx, { seatId: seat }), 'sent');
}

/** The mail that was sent leads to a page that says so. */
export async function revoke(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { seat }) => revokeInvitation(ctx, { seatId: seat }), 'revoked');
}

/** What the person leaves can be handed over on the page one comes back to. */
export async function end(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { seat }) => endSeat(ctx, { seatId: seat }), 'ended');
}
