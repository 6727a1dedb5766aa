// Names an organisation of the network: persons are invited for one, and an empty network has none.
import { isNull } from 'drizzle-orm';
import { leadMandate, organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { isoDay } from '@/lib/core/time';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { beginHistory } from './begin-history';
import { organizationAdded } from './facts';
import { organizationInput } from './model';
import { mayAddOrganization } from './policy';

/**
 * @returns the new organisation's id
 * @throws Refusal `invalid`, `not-allowed`, `conflict` (the short name is taken, or the network is led already)
 */
export async function addOrganization(ctx: Context, input: unknown): Promise<string> {
  const { lead, ...values } = parseInput(organizationInput, input);
  demand(mayAddOrganization(ctx.actor));
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const id = newId();
    const added = await db
      .insert(organization)
      .values({ id, ...values, createdAt: ctx.now })
      .onConflictDoNothing({ target: organization.slug })
      .returning({ id: organization.id });
    if (added.length === 0) throw new Refusal('conflict', 'slug-taken', 'slug');
    await beginHistory(tx, id, values.status);
    if (lead) await openMandate(tx, id);
    await announce(db, organizationAdded(id));
    await record(tx, { act: 'people.add-organization', subject: `organization:${id}`, detail: { lead } });
    return id;
  });
}

async function openMandate({ db, now }: Context, organizationId: string): Promise<void> {
  const [current] = await db
    .select({ id: leadMandate.id })
    .from(leadMandate)
    .where(isNull(leadMandate.endedOn));
  if (current) throw new Refusal('conflict', 'lead-taken', 'lead');
  await db.insert(leadMandate).values({ organizationId, startedOn: isoDay(now), createdAt: now });
}
