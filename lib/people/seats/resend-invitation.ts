// Sends an invitation again, with thirty new days, also one that has expired or was revoked.
import { eq } from 'drizzle-orm';
import { seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personInvited } from '../facts';
import { seatInput } from '../model';
import { mayInvite } from '../policy';
import { offerSeat } from './offer-seat';

/** @throws Refusal `not-found`, `not-allowed`, `conflict` (`already-in-seat`, `seats-full`) */
export async function resendInvitation(ctx: Context, input: unknown): Promise<void> {
  const { seatId } = parseInput(seatInput, input);
  const [held] = await ctx.db
    .select({ personId: seat.personId, organizationId: seat.organizationId, role: seat.role })
    .from(seat)
    .where(eq(seat.id, seatId));
  if (!held) throw new Refusal('not-found', 'seat-not-found');
  demand(mayInvite(ctx.actor, held.organizationId, held.role));
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const offered = await offerSeat(tx, held);
    if (offered.isHeld) throw new Refusal('conflict', 'already-in-seat');
    await announce(db, personInvited(offered.seatId));
    await record(tx, { act: 'people.resend-invitation', subject: `seat:${offered.seatId}` });
  });
}
