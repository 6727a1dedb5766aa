// Passes the seats of an organisation on to the one it became: each is ended there and begun here, so that history stays.
import { and, eq, isNull } from 'drizzle-orm';
import { seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personChanged } from './facts';

/** Called by a merge, in its transaction, which has asked for leave. Invitations nobody accepted end with the old body. */
export async function moveSeats(ctx: Context, fromId: string, toId: string): Promise<void> {
  const { db, now } = ctx;
  const held = await db
    .update(seat)
    .set({ endedAt: now })
    .where(and(eq(seat.organizationId, fromId), isNull(seat.endedAt)))
    .returning({ personId: seat.personId, role: seat.role });
  for (const { personId, role } of held) {
    await db
      .insert(seat)
      .values({ personId, organizationId: toId, role, startedAt: now, createdAt: now })
      .onConflictDoNothing();
    await announce(db, personChanged(personId));
  }
  await record(ctx, {
    act: 'people.move-seats',
    subject: `organization:${fromId}`,
    detail: { into: toId, seats: held.length },
  });
}
