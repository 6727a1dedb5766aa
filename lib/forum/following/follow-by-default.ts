// What a person follows from the first day: every area they may read, until they choose otherwise.
import { and, eq, ne } from 'drizzle-orm';
import { area, areaFollow, organization, person, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { Fact } from '@/lib/platform/jobs/announce';
import { visibleTo } from '../visible-to';

/**
 * For the first seat of a person alone: whoever holds another has chosen already. May run twice.
 * @param fact `people.person.invited`
 */
export async function followByDefault({ db, now }: Context, { seatId }: Fact): Promise<void> {
  const [held] = await db
    .select({ id: seat.id, personId: seat.personId, role: seat.role, name: person.name, organization })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .where(eq(seat.id, String(seatId)));
  if (!held) return;
  const { personId } = held;
  const [other] = await db
    .select({ id: seat.id })
    .from(seat)
    .where(and(eq(seat.personId, personId), ne(seat.id, held.id)));
  const [followed] = await db
    .select({ id: areaFollow.areaId })
    .from(areaFollow)
    .where(eq(areaFollow.personId, personId));
  if (other || followed) return;
  const acting = { id: held.id, role: held.role, organization: { ...held.organization, writes: true } };
  const actor = {
    kind: 'member' as const,
    personId,
    name: held.name,
    locale: null,
    seat: acting,
    seats: [acting],
  };
  const readable = await db.select({ areaId: area.id }).from(area).where(visibleTo(actor));
  const rows = readable.map(({ areaId }) => ({ areaId, personId, createdAt: now }));
  if (rows.length > 0) await db.insert(areaFollow).values(rows).onConflictDoNothing();
}
