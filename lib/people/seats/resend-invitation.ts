// Sends an invitation once more, valid for another thirty days from now; one that ran out stands again.
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personInvited } from '../facts';
import { seatInput } from '../model';
import { mayInvite } from '../policy';
import { findOffer, type OfferedSeat } from './find-offer';
import { findOpenSeat } from './find-open-seat';
import { lockOrganization } from './lock-organization';
import { renewInvitation } from './renew-invitation';
import { withinSeatLimit } from './within-seat-limit';

/**
 * @throws Refusal `not-found`, `not-allowed`, `gone` (revoked), `conflict`: accepted meanwhile or invited anew
 *   (`already-in-seat`), all seats of the role taken (`no-seat-left`)
 */
export async function resendInvitation(ctx: Context, input: unknown): Promise<void> {
  const { seatId } = parseInput(seatInput, input);
  const { organizationId, role } = await findOffer(ctx, seatId);
  demand(mayInvite(ctx.actor, organizationId, role));
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await lockOrganization(tx, organizationId);
    await renew(tx, seatId, await findOffer(tx, seatId));
    await announce(db, personInvited(seatId));
    await record(tx, { act: 'people.resend-invitation', subject: `seat:${seatId}` });
  });
}

async function renew(tx: Context, seatId: string, offered: OfferedSeat): Promise<void> {
  if (offered.state === 'revoked') throw new Refusal('gone', 'invitation-revoked');
  const open = await findOpenSeat(tx, offered);
  if (open && (open.seatId !== seatId || !open.isOffer)) throw new Refusal('conflict', 'already-in-seat');
  if (offered.state === 'active') throw new Refusal('not-found', 'seat-not-found');
  await withinSeatLimit(tx, offered, (within) => renewInvitation(within, seatId)).catch((error) => {
    const isFull = error instanceof Refusal && error.reason === 'seats-full';
    throw isFull ? new Refusal('conflict', 'no-seat-left') : error;
  });
}
