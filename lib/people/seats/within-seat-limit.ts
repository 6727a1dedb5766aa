// Writes a seat; where the database says that all seats of the role are taken, that is a refusal with the number.
import { and, eq } from 'drizzle-orm';
import { organization, seatLimit } from '@/db/schema';
import type { Role } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';

type Place = { organizationId: string; role: Role };

/**
 * `check_seat_limit` counts under a lock, so the database alone is asked. What `write` did is undone when it refuses;
 * the transaction around goes on.
 * @throws Refusal `conflict` (`seats-full`, with the number as `most`)
 */
export async function withinSeatLimit<T>(
  tx: Context,
  { organizationId, role }: Place,
  write: (within: Context) => Promise<T>,
): Promise<T> {
  try {
    return await tx.db.transaction((db) => write({ ...tx, db }));
  } catch (error) {
    if (!isOverLimit(error)) throw error;
    const [limit] = await tx.db
      .select({ most: seatLimit.most })
      .from(seatLimit)
      .innerJoin(organization, eq(organization.kind, seatLimit.kind))
      .where(and(eq(organization.id, organizationId), eq(seatLimit.role, role)));
    throw new Refusal('conflict', 'seats-full', 'role', { most: limit?.most ?? 0 });
  }
}

/** Drizzle wraps what the driver said. */
function isOverLimit(error: unknown): boolean {
  const said = error instanceof Error && error.cause ? error.cause : error;
  return said instanceof Error && 'constraint_name' in said && said.constraint_name === 'seat_limit';
}
