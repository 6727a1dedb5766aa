// Whom a step concerns, on both sides.
import { and, asc, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { application, membershipStep, organization, person, seat } from '@/db/schema';
import type { Locale } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { applicationAddress, makeWord } from '../applying/model';
import type { StepNews, Told } from './model';

/** Who acts in the secretariat now, but the one who did it. */
export async function listOffice(ctx: Context, but: string | null): Promise<Told[]> {
  return listHolders(ctx, and(eq(seat.role, 'coordinator'), but ? ne(person.id, but) : undefined));
}

/** Who answers for an organisation: its referents, else whoever holds a seat there. */
async function listOwn(ctx: Context, organizationId: string): Promise<Told[]> {
  const of = eq(seat.organizationId, organizationId);
  const referents = await listHolders(ctx, and(of, eq(seat.role, 'referent')));
  return referents.length > 0 ? referents : listHolders(ctx, of);
}

async function listHolders({ db, now }: Context, which: ReturnType<typeof and>): Promise<Told[]> {
  const rows = await db
    .selectDistinct({ email: person.email, name: person.name, locale: person.locale })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .where(
      and(
        which,
        eq(person.hasAccount, true),
        lte(seat.startedAt, now),
        or(isNull(seat.endedAt), gt(seat.endedAt, now)),
        sql`not exists (select from mail_stop m where m.email = ${person.email} and m.resumed_at is null)`,
      ),
    )
    .orderBy(asc(person.email));
  return rows.flatMap(({ email, ...rest }) => (email ? [{ email, ...rest }] : []));
}

/** All that the letters about a step say; null where it is gone. */
export async function findStepNews(ctx: Context, stepId: string): Promise<StepNews | null> {
  const { db } = ctx;
  const [row] = await db
    .select({ step: membershipStep, name: organization.name, slug: organization.slug, joining: application })
    .from(membershipStep)
    .innerJoin(organization, eq(organization.id, membershipStep.organizationId))
    .leftJoin(application, eq(application.id, membershipStep.applicationId))
    .where(eq(membershipStep.id, stepId));
  if (!row) return null;
  const { step, name, slug } = row;
  const joining = row.joining?.purpose === 'join' ? row.joining : null;
  const into = step.intoId
    ? (
        await db
          .select({ name: organization.name })
          .from(organization)
          .where(eq(organization.id, step.intoId))
      )[0]
    : undefined;
  const applicant = joining
    ? [{ email: joining.email, name: joining.contactName ?? name, locale: null as Locale | null }]
    : [];
  // After a merger its people stand at the body it became.
  const own = await listOwn(ctx, step.intoId ?? step.organizationId);
  return {
    ...{ stepId, deed: step.deed, organization: name, slug },
    ...{ reason: step.reason, termOn: step.termOn, takenOn: step.takenOn, into: into?.name ?? null },
    link:
      joining && !joining.closedAt
        ? { to: joining.email, path: applicationAddress(makeWord(joining.id, env().authSecret)) }
        : null,
    others: [...applicant, ...own.filter(({ email }) => email !== joining?.email)],
    office: await listOffice(ctx, step.personId),
  };
}

/** Steps that stand last in their history and have a term: what somebody is reminded of. */
export async function listTerms({ db }: Context): Promise<{ stepId: string; termOn: string }[]> {
  return db.execute<{ stepId: string; termOn: string }>(sql`
    select id as "stepId", term_on::text as "termOn" from (
      select distinct on (organization_id) * from membership_step order by organization_id, number desc) last
    where term_on is not null and state in ('asked', 'withdrawing')`);
}
