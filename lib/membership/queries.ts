// What is read of adhesions: histories, what waits for whom, whom a step concerns.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  agreement,
  interest,
  leadMandate,
  membershipStep,
  organization,
  person,
  resolution,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import type { AdhesionWork, InterestRow, WorkRow } from './examining/model';
import {
  type AgreementView,
  defaultAgreement,
  type StepView,
  waitingForOffice,
  waitingForOthers,
} from './model';
import { mayExamine, mayReadHistory } from './policy';

/** The whole history of an organisation, oldest first. @throws Refusal `not-allowed` */
export async function listHistory(ctx: Context, organizationId: string): Promise<StepView[]> {
  demand(mayReadHistory(ctx.actor, organizationId));
  return readSteps(ctx, organizationId);
}

const publicDeeds: readonly string[] = [
  'admit',
  'succeed',
  'renew',
  'suspend',
  'resume',
  'withdraw',
  'recall',
  'end',
  'merge',
];

/**
 * As the page of an organisation shows it: all of it to the secretariat and its own people; to everybody else since when it
 * belongs to the network, by which acts, and when it left.
 */
export async function listHistoryOf(ctx: Context, slug: string): Promise<{ id: string; steps: StepView[] }> {
  const [found] = await ctx.db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.slug, slug));
  if (!found) throw new Refusal('not-found', 'organization-not-found');
  const steps = await readSteps(ctx, found.id);
  if (mayReadHistory(ctx.actor, found.id).allowed) return { id: found.id, steps };
  const open = steps.filter(({ deed }) => publicDeeds.includes(deed));
  return { id: found.id, steps: open.map((step) => ({ ...step, by: null, reason: null })) };
}

async function readSteps({ db }: Context, organizationId: string): Promise<StepView[]> {
  const [actingFor, into] = [alias(organization, 'acting_for'), alias(organization, 'into_organization')];
  const rows = await db
    .select({
      step: membershipStep,
      personName: person.name,
      organizationName: actingFor.name,
      into: { name: into.name, slug: into.slug },
      act: {
        organ: resolution.organ,
        number: resolution.number,
        year: resolution.year,
        sessionOn: resolution.sessionOn,
      },
    })
    .from(membershipStep)
    .leftJoin(person, eq(person.id, membershipStep.personId))
    .leftJoin(actingFor, eq(actingFor.id, membershipStep.actingForId))
    .leftJoin(into, eq(into.id, membershipStep.intoId))
    .leftJoin(resolution, eq(resolution.id, membershipStep.resolutionId))
    .where(eq(membershipStep.organizationId, organizationId))
    .orderBy(asc(membershipStep.number));
  return rows.map(({ step, personName, organizationName, ...rest }) => {
    const { id, number, deed, state, takenOn, takenAt, reason, termOn } = step;
    const by = personName ? { name: personName, organization: organizationName } : null;
    return { id, number, deed, state, takenOn, takenAt, reason, termOn, by, ...rest };
  });
}

/** All that waits for somebody, as the secretariat's list of work. @throws Refusal `not-allowed` */
export async function listWork(ctx: Context): Promise<AdhesionWork> {
  demand(mayExamine(ctx.actor));
  const rows = await ctx.db.execute<WorkRow>(sql`
    select o.id as "organizationId", o.slug, o.name, s.state, s.taken_on::text as since, s.term_on::text as "termOn"
    from (select distinct on (organization_id) * from membership_step order by organization_id, number desc) s
      join organization o on o.id = s.organization_id
    order by coalesce(s.term_on, s.taken_on), o.name`);
  const among = (states: readonly string[]) => rows.filter(({ state }) => states.includes(state));
  return {
    toExamine: among(waitingForOffice),
    waiting: among(waitingForOthers),
    leaving: among(['withdrawing']),
    suspended: among(['suspended']),
    interests: await listInterests(ctx),
  };
}

async function listInterests({ db }: Context): Promise<InterestRow[]> {
  const { id, kind, name, email, contactName, message, confirmedAt } = interest;
  return db
    .select({ id, kind, name, email, contactName, message, confirmedAt })
    .from(interest)
    .where(isNull(interest.handledAt))
    .orderBy(asc(confirmedAt));
}

/** How many adhesions and interests wait for the secretariat; 0 for everybody else. */
export async function countWork(ctx: Context): Promise<number> {
  if (!mayExamine(ctx.actor).allowed) return 0;
  const { toExamine, interests } = await listWork(ctx);
  return toExamine.length + interests.length;
}

export type Adherent = {
  id: string;
  slug: string;
  name: string;
  status: typeof organization.$inferSelect.status;
  communeId: string | null;
  province: string | null;
};

/** An organisation as its adhesion is looked at. @throws Refusal `not-found`, `not-allowed` */
export async function findAdherent(ctx: Context, slug: string): Promise<Adherent> {
  const { id, name, status, communeId, province } = organization;
  const [found] = await ctx.db
    .select({ id, slug: organization.slug, name, status, communeId, province })
    .from(organization)
    .where(eq(organization.slug, slug));
  if (!found) throw new Refusal('not-found', 'organization-not-found');
  demand(mayReadHistory(ctx.actor, found.id));
  return found;
}

/** The pact that holds now: the one begun last. */
export async function findAgreement({ db }: Context): Promise<AgreementView> {
  const { title, startedOn, endedOn, noticeDays } = agreement;
  const [held] = await db
    .select({ title, startedOn, endedOn, noticeDays })
    .from(agreement)
    .orderBy(desc(startedOn))
    .limit(1);
  return held ?? defaultAgreement;
}

/** Organisations one may be merged into: communes but this one. @throws Refusal `not-allowed` */
export async function listMergeTargets(ctx: Context, organizationId: string) {
  demand(mayExamine(ctx.actor));
  return ctx.db
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .where(and(eq(organization.kind, 'commune'), sql`${organization.id} <> ${organizationId}`))
    .orderBy(asc(organization.name));
}

/** The lead body's name as papers write it. */
export async function findLeadName({ db }: Context): Promise<string> {
  const [lead] = await db
    .select({ name: organization.name })
    .from(leadMandate)
    .innerJoin(organization, eq(organization.id, leadMandate.organizationId))
    .where(sql`${leadMandate.endedOn} is null`);
  return lead?.name ?? 'Comune capofila';
}
