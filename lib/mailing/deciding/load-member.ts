// A person as an actor, for whom a mail is acted: with a seat of this role, where they hold one now.
import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { organization, person, seat } from '@/db/schema';
import type { Member, Role } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';

/** Null for whoever has no account, or no seat of the role. @param role any where none is named */
export async function loadMember(
  { db, now }: Context,
  personId: string,
  role?: Role,
): Promise<Member | null> {
  const rows = await db
    .select({
      ...{ name: person.name, locale: person.locale, id: seat.id, role: seat.role },
      organization: {
        ...{ id: organization.id, slug: organization.slug, name: organization.name, kind: organization.kind },
      },
    })
    .from(person)
    .innerJoin(seat, eq(seat.personId, person.id))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .where(
      and(
        eq(person.id, personId),
        eq(person.hasAccount, true),
        lte(seat.startedAt, now),
        or(isNull(seat.endedAt), gt(seat.endedAt, now)),
      ),
    )
    .orderBy(asc(seat.startedAt), asc(seat.id));
  const seats = rows.map(({ id, role: held, organization: at }) => ({ id, role: held, organization: at }));
  const acting = role ? seats.find((one) => one.role === role) : seats[0];
  const [first] = rows;
  if (!first || !acting) return null;
  return { kind: 'member', personId, name: first.name, locale: first.locale, seat: acting, seats };
}
