// Takes an invitation back before it is accepted: the seat ends now, and the page its mail leads to says so.
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { seatInput } from '../model';
import { mayEndSeat } from '../policy';
import { closeSeat } from './close-seat';
import { findOffer } from './find-offer';
import { lockOrganization } from './lock-organization';

/** @throws Refusal `not-found`, `not-allowed`, `conflict` (accepted meanwhile), `gone` (over already) */
export async function revokeInvitation(ctx: Context, input: unknown): Promise<void> {
  const { seatId } = parseInput(seatInput, input);
  const offered = await findOffer(ctx, seatId);
  demand(mayEndSeat(ctx.actor, offered));
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await lockOrganization(tx, offered.organizationId);
    const { state, personId } = await findOffer(tx, seatId);
    if (state === 'active') throw new Refusal('conflict', 'invitation-accepted');
    if (state !== 'invited') throw new Refusal('gone', 'invitation-over');
    await closeSeat(tx, { seatId, personId });
    await record(tx, { act: 'people.revoke-invitation', subject: `seat:${seatId}` });
  });
}
