// Ends a seat: the person no longer acts for that organisation; what they wrote stays signed with it.
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { organization, seat } from '@/db/schema';
import { actsAs } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { seatInput } from './model';
import { mayEndSeat } from './policy';
import { closeSeat } from './seats/close-seat';
import { lockOrganization } from './seats/lock-organization';
import { whyKept } from './seats/model';

/**
 * @throws Refusal `not-found` for an unknown or already ended seat, `not-allowed`, `conflict` where a commune would stay
 *   without a referent (`last-referent`, `own-last-referent`)
 */
export async function endSeat(ctx: Context, input: unknown): Promise<void> {
  const { seatId } = parseInput(seatInput, input);
  const held = await findHeld(ctx, seatId);
  demand(mayEndSeat(ctx.actor, held));
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await lockOrganization(tx, held.organizationId);
    const { personId } = await findHeld(tx, seatId);
    await demandReplaceable(tx, { ...held, seatId });
    await closeSeat(tx, { seatId, personId });
    await record(tx, { act: 'people.end-seat', subject: `seat:${seatId}` });
  });
}

type Held = Pick<typeof seat.$inferSelect, 'personId' | 'organizationId' | 'role'>;

async function findHeld({ db, now }: Context, seatId: string): Promise<Held> {
  const [held] = await db
    .select({ personId: seat.personId, organizationId: seat.organizationId, role: seat.role })
    .from(seat)
    .where(and(eq(seat.id, seatId), or(isNull(seat.endedAt), gt(seat.endedAt, now))));
  if (!held) throw new Refusal('not-found', 'seat-not-found');
  return held;
}

async function demandReplaceable(tx: Context, held: Held & { seatId: string }): Promise<void> {
  const { actor } = tx;
  if (actor.kind === 'system' || actsAs(actor, 'coordinator')) return;
  const isOwn = actor.kind === 'member' && actor.personId === held.personId;
  const reason = whyKept({ role: held.role, isOwn, ...(await countRemaining(tx, held)) });
  if (reason) throw new Refusal('conflict', reason);
}

/** An invitation nobody has accepted yet stands in for nobody: such a seat has an end. */
async function countRemaining(
  { db, now }: Context,
  { seatId, personId, organizationId }: Held & { seatId: string },
) {
  const isHeld = sql`${seat.endedAt} is null`;
  const isOther = sql`${seat.id} <> ${seatId}`;
  const isReferent = sql`${seat.role} = 'referent' and ${seat.personId} <> ${personId}`;
  const [row] = await db
    .select({
      otherReferents: sql<number>`count(*) filter (where ${isHeld} and ${isReferent})::int`,
      otherSeats: sql<number>`count(*) filter (where ${isHeld} and ${isOther})::int`,
      isMemberCommune: sql<boolean>`${organization.kind} = 'commune' and ${organization.status} = 'member'`,
    })
    .from(organization)
    .leftJoin(seat, and(eq(seat.organizationId, organization.id), lte(seat.startedAt, now)))
    .where(eq(organization.id, organizationId))
    .groupBy(organization.id);
  return row ?? { otherReferents: 0, otherSeats: 0, isMemberCommune: false };
}
