// Every read of persons, seats and organisations.
import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { address, leadMandate, organization, person, seat, session } from '@/db/schema';
import { organizationWrites } from '@/lib/auth/organization-writes';
import type { Member, Role, Seat } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demandSelf } from './demand-self';
import type { Colleague, OrganizationRow, OrganizationView, Profile, SessionView } from './model';
import { mayAddOrganization, mayReadPeople } from './policy';

/**
 * The acting person's own profile.
 * @param sessionId the session at hand, marked among the others
 * @throws Refusal `not-allowed`
 */
export async function findProfile(ctx: Context, sessionId: string | null): Promise<Profile> {
  const { personId } = demandSelf(ctx);
  const [self] = await ctx.db.select().from(person).where(eq(person.id, personId));
  if (!self) throw new Refusal('not-found', 'person-not-found');
  const addresses = await ctx.db
    .select({ email: address.email })
    .from(address)
    .where(and(eq(address.personId, personId), eq(address.kind, 'personal')))
    .orderBy(asc(address.createdAt), asc(address.email));
  return {
    name: self.name,
    phone: self.phone ?? '',
    signature: self.signature ?? '',
    locale: self.locale ?? '',
    holidayNote: self.holidayNote ?? '',
    holidayUntil: self.holidayUntil ?? '',
    shortcuts: self.shortcuts,
    addresses: addresses.map(({ email }) => email),
    sessions: await listSessions(ctx, personId, sessionId),
  };
}

async function listSessions(ctx: Context, personId: string, at: string | null): Promise<SessionView[]> {
  const { id, userAgent, shared, createdAt, lastSeenAt, expires } = session;
  const rows = await ctx.db
    .select({ id, userAgent, shared, createdAt, lastSeenAt, expires })
    .from(session)
    .where(and(eq(session.userId, personId), gt(expires, ctx.now)))
    .orderBy(desc(lastSeenAt), desc(id));
  return rows.map((row) => ({ ...row, current: row.id === at }));
}

/** All organisations by name, the lead body of today marked; public. */
export async function listOrganizations(ctx: Context): Promise<OrganizationRow[]> {
  const { slug, name, kind, status, province, joinedOn } = organization;
  return ctx.db
    .select({ slug, name, kind, status, province, joinedOn, isLead: leads(ctx.now) })
    .from(organization)
    .where(shown(ctx))
    .orderBy(asc(organization.name), asc(organization.id));
}

/** Who only asked to join is seen by the secretariat alone, until it decides. */
function shown({ actor }: Context): SQL | undefined {
  return mayAddOrganization(actor).allowed ? undefined : ne(organization.status, 'applicant');
}

/**
 * Public but for persons and mailboxes, which are for members.
 * @throws Refusal `not-found`
 */
export async function findOrganization(ctx: Context, slug: string): Promise<OrganizationView> {
  const [found] = await ctx.db
    .select({ ...organizationColumns, isLead: leads(ctx.now) })
    .from(organization)
    .where(and(eq(organization.slug, slug), shown(ctx)));
  if (!found) throw new Refusal('not-found', 'organization-not-found');
  const { id } = found;
  const mandates = await ctx.db
    .select({ startedOn: leadMandate.startedOn, endedOn: leadMandate.endedOn })
    .from(leadMandate)
    .where(eq(leadMandate.organizationId, id))
    .orderBy(desc(leadMandate.startedOn));
  const open = mayReadPeople(ctx.actor).allowed;
  return {
    ...found,
    mandates,
    people: open ? await listColleagues(ctx, id) : null,
    mailboxes: open ? await listMailboxes(ctx, id) : null,
  };
}

const organizationColumns = {
  id: organization.id,
  slug: organization.slug,
  name: organization.name,
  kind: organization.kind,
  status: organization.status,
  province: organization.province,
  joinedOn: organization.joinedOn,
  website: organization.website,
};

/** Whether an organisation leads the network. Mandates are days in Italy, not moments. The names are written out: drizzle shortens them in a select of one table. */
export function leads(now: Date): SQL<boolean> {
  const today = sql`(${now.toISOString()}::timestamptz at time zone 'Europe/Rome')::date`;
  return sql<boolean>`exists (select 1 from lead_mandate m where m.organization_id = organization.id
    and m.started_on <= ${today} and (m.ended_on is null or m.ended_on > ${today}))`;
}

/** One row per person, whatever the number of their seats there. */
async function listColleagues(ctx: Context, organizationId: string): Promise<Colleague[]> {
  return ctx.db
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      phone: person.phone,
      roles: sql<Colleague['roles']>`json_agg(${seat.role} order by ${seat.startedAt})`,
    })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .where(and(eq(seat.organizationId, organizationId), activeSeat(ctx.now)))
    .groupBy(person.id)
    .orderBy(asc(person.name), asc(person.id));
}

function activeSeat(now: Date): SQL | undefined {
  return and(lte(seat.startedAt, now), or(isNull(seat.endedAt), gt(seat.endedAt, now)));
}

async function listMailboxes(ctx: Context, organizationId: string) {
  const rows = await ctx.db
    .select({ email: address.email, kind: address.kind })
    .from(address)
    .where(and(eq(address.organizationId, organizationId), inArray(address.kind, ['office', 'pec'])))
    .orderBy(asc(address.kind), asc(address.email));
  return rows.flatMap(({ email, kind }) => (kind === 'personal' ? [] : [{ email, kind }]));
}

/**
 * A person as they would act if they were signed in, for what they ask without: a signed link, their own mail.
 * @returns null without an account or a seat that is active now; the oldest seat is the one acted for
 * @param role which the seat acted for must have; any where none is named
 */
export async function findMember(
  { db, now }: Context,
  personId: string,
  role?: Role,
): Promise<Member | null> {
  const rows = await db
    .select({
      name: person.name,
      locale: person.locale,
      seat: { id: seat.id, role: seat.role },
      organization: {
        id: organization.id,
        slug: organization.slug,
        name: organization.name,
        kind: organization.kind,
        writes: organizationWrites(),
      },
    })
    .from(person)
    .innerJoin(seat, eq(seat.personId, person.id))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .where(and(eq(person.id, personId), eq(person.hasAccount, true), activeSeat(now)))
    .orderBy(asc(seat.startedAt), asc(seat.id));
  const seats: Seat[] = rows.map((row) => ({ ...row.seat, organization: row.organization }));
  const acting = role ? seats.find((one) => one.role === role) : seats[0];
  const [first] = rows;
  return first && acting
    ? { kind: 'member', personId, name: first.name, locale: first.locale, seat: acting, seats }
    : null;
}
