// The seats of an organisation for whoever gives them, and how many there may be.
import { asc, eq, sql } from 'drizzle-orm';
import { invitation, organization, person, seat, seatLimit } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { mayAddOrganization, mayInvite } from '../policy';
import { type SeatLimit, type SeatRow, stateOfSeat } from './model';

export type OrganizationSeats = { id: string; name: string; slug: string; seats: SeatRow[] };

/** Those held first, then invitations, then what is over. @throws Refusal `not-found`, `not-allowed` */
export async function listSeats(ctx: Context, slug: string): Promise<OrganizationSeats> {
  const [held] = await ctx.db
    .select({ id: organization.id, name: organization.name, slug: organization.slug })
    .from(organization)
    .where(eq(organization.slug, slug));
  if (!held) throw new Refusal('not-found', 'organization-not-found');
  demand(mayInvite(ctx.actor, held.id, 'operator'));
  const seats = (await readSeats(ctx, held.id)).map(
    ({ endedAt, expiresAt, acceptedAt, revokedAt, lastSeen, ...row }) => ({
      ...row,
      state: stateOfSeat({ endedAt, expiresAt, acceptedAt, revokedAt }, ctx.now),
      until: endedAt,
      lastSeenAt: lastSeen ? new Date(lastSeen) : null,
    }),
  );
  const order = ['held', 'invited', 'expired', 'revoked', 'ended'];
  return {
    ...held,
    seats: seats.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state)),
  };
}

/** With when their holder was last signed in, also in sessions that are over. */
async function readSeats({ db }: Context, organizationId: string) {
  return db
    .select({
      id: seat.id,
      personId: person.id,
      name: person.name,
      email: person.email,
      role: seat.role,
      startedAt: seat.startedAt,
      endedAt: seat.endedAt,
      expiresAt: invitation.expiresAt,
      acceptedAt: invitation.acceptedAt,
      revokedAt: invitation.revokedAt,
      lastSeen: sql<string | null>`greatest(
        (select max(s.last_seen_at) from session s where s.person_id = ${person.id}),
        (select max(a.created_at) from audit_entry a
          where a.subject = 'person:' || ${person.id} and a.act = 'auth.sign-in'))::text`,
    })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .leftJoin(invitation, eq(invitation.seatId, seat.id))
    .where(eq(seat.organizationId, organizationId))
    .orderBy(asc(person.name), asc(seat.startedAt));
}

/** @throws Refusal `not-allowed` */
export async function listSeatLimits(ctx: Context): Promise<SeatLimit[]> {
  demand(mayAddOrganization(ctx.actor));
  const { kind, role, most } = seatLimit;
  return ctx.db.select({ kind, role, most }).from(seatLimit).orderBy(asc(kind), asc(role));
}
