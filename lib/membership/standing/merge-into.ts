// Two communes become one (art. 15 TUEL): the history of the one leads into the other, and so do its people.
import { eq } from 'drizzle-orm';
import { address, areaOrganization } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { moveSeats } from '@/lib/people/move-seats';
import { closeApplication } from '../close-application';
import { findOpenApplication } from '../find-open-application';
import { findState } from '../find-state';
import { isMember, mergeInput } from '../model';
import { writeStep } from '../write-step';

/**
 * Where the other does not belong to the network yet, as a commune newly made does not, it succeeds into it. Seats, shared
 * mailboxes and places in chosen areas pass on; what was written stays signed as it was.
 * @throws Refusal as `writeStep`; `invalid` (`merge-into-itself`)
 */
export async function mergeInto(ctx: Context, input: unknown): Promise<void> {
  const { organizationId, intoId, takenOn } = parseInput(mergeInput, input);
  if (organizationId === intoId) throw new Refusal('invalid', 'merge-into-itself', 'intoId');
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const open = await findOpenApplication(tx, organizationId);
    await writeStep(tx, { organizationId, deed: 'merge', takenOn, intoId });
    if (open) await closeApplication(tx, open.id);
    if (!isMember(await findState(tx, intoId)))
      await writeStep(tx, { organizationId: intoId, deed: 'succeed', takenOn });
    await moveSeats(tx, organizationId, intoId);
    await db
      .update(address)
      .set({ organizationId: intoId })
      .where(eq(address.organizationId, organizationId));
    const areas = await db
      .select({ areaId: areaOrganization.areaId })
      .from(areaOrganization)
      .where(eq(areaOrganization.organizationId, organizationId));
    const rows = areas.map(({ areaId }) => ({ areaId, organizationId: intoId }));
    if (rows.length > 0) await db.insert(areaOrganization).values(rows).onConflictDoNothing();
  });
}
