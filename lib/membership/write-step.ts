// Writes one step into the history of an organisation: the only way its standing changes.
import { and, desc, eq, isNull } from 'drizzle-orm';
import { leadMandate, membershipStep, organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { isoDay } from '@/lib/core/time';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { stepTaken } from './facts';
import { type MembershipDeed, statusAfter, stepRules } from './model';
import { isStepFrom, mayTakeStep } from './policy';

export type NewStep = {
  organizationId: string;
  deed: MembershipDeed;
  hasLink?: boolean;
  /** ISO day; today where none is said. */
  takenOn?: string | null;
  reason?: string | null;
  termOn?: string | null;
  applicationId?: string | null;
  resolutionId?: string | null;
  intoId?: string | null;
};

export type WrittenStep = { stepId: string; takenOn: string };

/** What the lead body cannot do before another leads. */
const leaving: readonly MembershipDeed[] = ['suspend', 'withdraw', 'end', 'merge'];

/**
 * To be called in a transaction. The organisation is locked first, so that of two steps at once the second sees the first
 * and is refused where it no longer leads on.
 * @throws Refusal `not-allowed`, `not-found`, `conflict` (`step-not-from-here`, `step-before-last`, `step-in-future`,
 * `lead-hands-over-first`)
 */
export async function writeStep(ctx: Context, step: NewStep): Promise<WrittenStep> {
  const { organizationId, deed } = step;
  const { status, last } = await holdStanding(ctx, organizationId);
  const state = last?.state ?? null;
  demand(mayTakeStep(ctx.actor, deed, { organizationId, state, hasLink: step.hasLink }));
  if (!isStepFrom(deed, state)) throw new Refusal('conflict', 'step-not-from-here');
  if (leaving.includes(deed) && (await leadsNow(ctx, organizationId)))
    throw new Refusal('conflict', 'lead-hands-over-first');
  const takenOn = dayOfStep(step.takenOn ?? null, last?.takenOn ?? null, isoDay(ctx.now));
  const stepId = await insertStep(ctx, step, { number: (last?.number ?? 0) + 1, takenOn });
  const joins = deed === 'admit' || deed === 'succeed';
  await ctx.db
    .update(organization)
    .set({ status: statusAfter(stepRules[deed].to, status), ...(joins ? { joinedOn: takenOn } : {}) })
    .where(eq(organization.id, organizationId));
  await announce(ctx.db, stepTaken(stepId, organizationId));
  await record(ctx, {
    act: `membership.${deed}`,
    subject: `organization:${organizationId}`,
    detail: { stepId },
  });
  return { stepId, takenOn };
}

/** The lock comes first: what is read after it is what is so. */
async function holdStanding({ db }: Context, organizationId: string) {
  const [held] = await db
    .select({ status: organization.status })
    .from(organization)
    .where(eq(organization.id, organizationId))
    .for('update');
  if (!held) throw new Refusal('not-found', 'organization-not-found');
  const [last] = await db
    .select({ number: membershipStep.number, state: membershipStep.state, takenOn: membershipStep.takenOn })
    .from(membershipStep)
    .where(eq(membershipStep.organizationId, organizationId))
    .orderBy(desc(membershipStep.number))
    .limit(1);
  return { status: held.status, last };
}

/** Days of a history never run back, and none is written before it has come. */
function dayOfStep(said: string | null, last: string | null, today: string): string {
  const takenOn = said ?? today;
  if (takenOn > today) throw new Refusal('invalid', 'step-in-future', 'takenOn');
  if (last && takenOn < last) throw new Refusal('invalid', 'step-before-last', 'takenOn');
  return takenOn;
}

async function insertStep(
  { db, actor, now }: Context,
  step: NewStep,
  { number, takenOn }: { number: number; takenOn: string },
): Promise<string> {
  const stepId = newId();
  const { organizationId, deed, reason = null, termOn = null, intoId = null } = step;
  const { applicationId = null, resolutionId = null } = step;
  const by =
    actor.kind === 'member' ? { personId: actor.personId, actingForId: actor.seat.organization.id } : {};
  await db.insert(membershipStep).values({
    ...{ id: stepId, organizationId, number, deed, state: stepRules[deed].to, takenOn, takenAt: now },
    ...{ reason, termOn, applicationId, resolutionId, intoId },
    ...by,
  });
  return stepId;
}

async function leadsNow({ db }: Context, organizationId: string): Promise<boolean> {
  const [open] = await db
    .select({ id: leadMandate.id })
    .from(leadMandate)
    .where(and(eq(leadMandate.organizationId, organizationId), isNull(leadMandate.endedOn)));
  return open !== undefined;
}
