// Somebody who may read the whole network: whose eyes the benchmarks search with.
import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { person, seat } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';

export async function findOperator(db: Database): Promise<Actor> {
  const [row] = await db
    .select({ personId: person.id, name: person.name, seatId: seat.id, organizationId: seat.organizationId })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .where(sql`${seat.role} = 'operator' and ${seat.endedAt} is null`)
    .orderBy(asc(seat.id))
    .limit(1);
  if (!row) throw new Error('nobody may read the demonstration world');
  const organization = {
    id: row.organizationId,
    slug: 'ente',
    name: 'Ente',
    kind: 'commune' as const,
    writes: true,
  };
  const held = { id: row.seatId, role: 'operator' as const, organization };
  return { kind: 'member', personId: row.personId, name: row.name, locale: null, seat: held, seats: [held] };
}
