// Writes one step into the history of an organisation: the only way its standing changes.
import { desc, eq } from 'drizzle-orm';
import { membershipStep, organization } from '@/db/schema';
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

/**
 * To be called in a transaction. The organisation is locked first, so that of two steps at once the second sees the first
 * and is refused where it no longer leads on.
 * @throws Refusal `not-allowed`, `not-found`, `conflict` (`step-not-from-here`, `step-before-last`, `step-in-future`)
 */
export async function writeStep(ctx: Context, step: NewStep): Promise<WrittenStep> {
  const { db, now } = ctx;
  const { organizationId, deed } = step;
  const [held] = await db
    .select({ status: organization.status, joinedOn: organization.joinedOn })
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
  const state = last?.state ?? null;
  demand(mayTakeStep(ctx.actor, deed, { organizationId, state, hasLink: step.hasLink }));
  if (!isStepFrom(deed, state)) throw new Refusal('conflict', 'step-not-from-here');
  const today = isoDay(now);
  const takenOn = step.takenOn ?? today;
  if (takenOn > today) throw new Refusal('invalid', 'step-in-future', 'takenOn');
  if (last && takenOn < last.takenOn) throw new Refusal('invalid', 'step-before-last', 'takenOn');
  const to = stepRules[deed].to;
  const stepId = newId();
  const { actor } = ctx;
  const by =
    actor.kind === 'member' ? { personId: actor.personId, actingForId: actor.seat.organization.id } : {};
  const { reason = null, termOn = null, applicationId = null, resolutionId = null, intoId = null } = step;
  await db.insert(membershipStep).values({
    ...{ id: stepId, organizationId, number: (last?.number ?? 0) + 1, deed, state: to, takenOn },
    ...{ takenAt: now, reason, termOn, applicationId, resolutionId, intoId },
    ...by,
  });
  const joins = deed === 'admit' || deed === 'succeed';
  await db
    .update(organization)
    .set({ status: statusAfter(to, held.status), ...(joins ? { joinedOn: takenOn } : {}) })
    .where(eq(organization.id, organizationId));
  await announce(db, stepTaken(stepId, organizationId));
  await record(ctx, {
    act: `membership.${deed}`,
    subject: `organization:${organizationId}`,
    detail: { stepId },
  });
  return { stepId, takenOn };
}
