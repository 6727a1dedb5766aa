// What somebody who left had begun goes on with a colleague: the threads they asked, and what they had not sent yet.
import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { draft, seat, thread } from '@/db/schema';
import { type Role, roles } from '@/db/words';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { actFor } from '../act-for';
import { noteEvent } from '../moderation/note-event';
import { mayHandOver, writingRoles } from '../policy';
import { type HandedOver, handOverInput } from './model';

/**
 * Only of somebody who no longer acts for the organisation, since drafts are private; only what they wrote for it; only
 * to somebody who writes for it now. What was written stays signed as it is.
 * @throws Refusal `not-allowed`, `conflict` (`still-in-office`), `not-found` (nobody of that organisation)
 */
export async function handOver(given: Context, input: unknown): Promise<HandedOver> {
  const { fromPersonId, toPersonId } = parseInput(handOverInput, input);
  const ctx = actFor(given);
  const organizationId = ctx.actor.seat.organization.id;
  demand(mayHandOver(ctx.actor, organizationId));
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    if (await findSeat(tx, fromPersonId, organizationId, roles))
      throw new Refusal('conflict', 'still-in-office', 'from');
    const seatId = await findSeat(tx, toPersonId, organizationId, writingRoles);
    if (!seatId) throw new Refusal('not-found', 'person-not-found', 'to');
    const threads = await handThreads(tx, fromPersonId, toPersonId, organizationId);
    const drafts = await handDrafts(tx, fromPersonId, toPersonId, { seatId, organizationId });
    const detail = { to: toPersonId, threads, drafts };
    await record(tx, { act: 'forum.hand-over', subject: `person:${fromPersonId}`, detail });
    return { threads, drafts };
  });
}

/** Of several seats the one held longest. */
async function findSeat(
  { db, now }: MemberContext,
  personId: string,
  organizationId: string,
  among: readonly Role[],
) {
  const [held] = await db
    .select({ id: seat.id })
    .from(seat)
    .where(
      and(
        eq(seat.personId, personId),
        eq(seat.organizationId, organizationId),
        inArray(seat.role, [...among]),
        lte(seat.startedAt, now),
        or(isNull(seat.endedAt), gt(seat.endedAt, now)),
      ),
    )
    .orderBy(asc(seat.startedAt))
    .limit(1);
  return held?.id;
}

async function handThreads(tx: MemberContext, from: string, to: string, organizationId: string) {
  const asked = eq(sql`coalesce(${thread.askerId}, ${thread.authorId})`, from);
  const threads = await tx.db
    .update(thread)
    .set({ askerId: to })
    .where(and(asked, eq(thread.organizationId, organizationId), gt(thread.postCount, 0)))
    .returning({ id: thread.id, postCount: thread.postCount });
  for (const each of threads) await noteEvent(tx, each, { kind: 'hand-over', detail: { personId: to } });
  return threads.length;
}

type ColleagueSeat = { seatId: string; organizationId: string };

/** A change to what another wrote is nobody else's to send. */
async function handDrafts({ db, now }: MemberContext, from: string, to: string, at: ColleagueSeat) {
  const seats = db.select({ id: seat.id }).from(seat).where(eq(seat.organizationId, at.organizationId));
  const drafts = await db
    .update(draft)
    .set({ personId: to, seatId: at.seatId, updatedAt: now })
    .where(
      and(
        eq(draft.personId, from),
        isNull(draft.publishedAt),
        inArray(draft.seatId, seats),
        ne(draft.kind, 'edit'),
      ),
    )
    .returning({ id: draft.id });
  return drafts.length;
}
