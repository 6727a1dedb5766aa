// Every read of seats and invitations: for whoever gives them, and for the page an invitation leads to.
import { and, asc, eq, gt, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { invitation, organization, person, seat, seatLimit } from '@/db/schema';
import type { Locale, Role } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { mayReadSeats, maySetSeatLimits } from '../policy';
import { leads } from '../queries';
import {
  invitationDays,
  type SeatLimit,
  type SeatRow,
  type SeatState,
  type SeatsView,
  seatState,
} from './model';

const offer = {
  expiresAt: invitation.expiresAt,
  acceptedAt: invitation.acceptedAt,
  revokedAt: invitation.revokedAt,
};

/**
 * Seats held and offered at an organisation, by name. Invitations that came to nothing are listed for thirty days, so
 * that they can be sent again, unless the person was invited anew.
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function listSeats(ctx: Context, slug: string): Promise<SeatsView> {
  const [found] = await ctx.db
    .select({
      ...{ id: organization.id, slug: organization.slug, name: organization.name },
      isLead: leads(ctx.now),
    })
    .from(organization)
    .where(eq(organization.slug, slug));
  if (!found) throw new Refusal('not-found', 'organization-not-found');
  demand(mayReadSeats(ctx.actor, found.id));
  const rows = await ctx.db
    .select({
      ...{ id: seat.id, personId: person.id, name: person.name, email: person.email },
      ...{ role: seat.role, startedAt: seat.startedAt, offer, lastSeenAt: lastSeen() },
    })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .leftJoin(invitation, eq(invitation.seatId, seat.id))
    .where(and(eq(seat.organizationId, found.id), isListed(ctx.now)))
    .orderBy(asc(person.name), asc(person.id), asc(seat.startedAt), asc(seat.id));
  return { organization: found, seats: rows.map((row) => seatRow(row, ctx.now)) };
}

type Found = Omit<SeatRow, 'state' | 'expiresAt' | 'lastSeenAt'> & {
  offer: { expiresAt: Date | null; acceptedAt: Date | null; revokedAt: Date | null } | null;
  lastSeenAt: string | null;
};

function seatRow({ offer: given, lastSeenAt, ...row }: Found, now: Date): SeatRow {
  const offered = given ?? { expiresAt: null, acceptedAt: null, revokedAt: null };
  return {
    ...row,
    startedAt: offered.acceptedAt ?? row.startedAt,
    state: seatState(offered, now),
    expiresAt: offered.expiresAt,
    lastSeenAt: lastSeenAt ? new Date(lastSeenAt) : null,
  };
}

/** Sessions are deleted when they are over; the log of signing in stays. The names are those of the statement around. */
function lastSeen(): SQL<string | null> {
  return sql<string | null>`greatest(
    (select max(s.last_seen_at) from session s where s.person_id = ${person.id}),
    (select max(a.created_at) from audit_entry a
      where a.act = 'auth.sign-in' and a.subject = 'person:' || ${person.id}))::text`;
}

function isListed(now: Date): SQL | undefined {
  const newer = sql`exists (select from seat n where n.person_id = ${seat.personId}
    and n.organization_id = ${seat.organizationId} and n.role = ${seat.role} and n.id <> ${seat.id}
    and n.created_at > ${seat.createdAt})`;
  const lately = new Date(now.getTime() - invitationDays * 86_400_000);
  const cameToNothing = and(
    isNotNull(invitation.id),
    isNull(invitation.acceptedAt),
    gt(seat.endedAt, lately),
  );
  return or(isNull(seat.endedAt), gt(seat.endedAt, now), and(cameToNothing, sql`not ${newer}`));
}

/** The limits that are set, by kind and role. @throws Refusal `not-allowed` */
export async function listSeatLimits(ctx: Context): Promise<SeatLimit[]> {
  demand(maySetSeatLimits(ctx.actor));
  const { kind, role, most } = seatLimit;
  return ctx.db.select({ kind, role, most }).from(seatLimit).orderBy(asc(kind), asc(role));
}

export type InvitationView = {
  id: string;
  email: string;
  name: string;
  locale: Locale | null;
  role: Role;
  organization: string;
  /** Null where the command line invited. */
  invitedBy: string | null;
  sentAt: Date;
  expiresAt: Date;
};

/** What an invitation says; null when it is over or accepted meanwhile, or the invited person has no address. */
export async function findInvitation({ db, now }: Context, seatId: string): Promise<InvitationView | null> {
  const inviter = alias(person, 'inviter');
  const [row] = await db
    .select({
      ...{ id: invitation.id, sentAt: invitation.sentAt, expiresAt: invitation.expiresAt },
      ...{ email: person.email, name: person.name, locale: person.locale },
      ...{ role: seat.role, organization: organization.name, invitedBy: inviter.name },
    })
    .from(invitation)
    .innerJoin(seat, eq(seat.id, invitation.seatId))
    .innerJoin(person, eq(person.id, seat.personId))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .leftJoin(inviter, eq(inviter.id, invitation.invitedById))
    .where(and(eq(seat.id, seatId), isNull(invitation.acceptedAt), gt(seat.endedAt, now)));
  return row?.email ? { ...row, email: row.email } : null;
}

/**
 * Where the invitation stands whose mail somebody follows: its id stands in no other place.
 * @returns null where there is no such invitation
 */
export async function findInvitationState({ db, now }: Context, id: string): Promise<SeatState | null> {
  if (!isId(id)) return null;
  const [found] = await db.select(offer).from(invitation).where(eq(invitation.id, id));
  return found ? seatState(found, now) : null;
}
