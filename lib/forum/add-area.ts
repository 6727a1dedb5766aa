// Opens an area: a list of the forum with its own address, audience and rule of posting.
import { inArray } from 'drizzle-orm';
import { area, areaOrganization, organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { env } from '@/lib/env';
import { record } from '@/lib/platform/audit/record';
import { areaInput } from './model';
import { mayAddArea } from './policy';

/**
 * Its address is of the domain mail is sent from, else nobody could check who sent its copies (DMARC alignment, RFC 7489).
 * Its List-Id is the posting address with a dot for the at sign, as list software writes it (RFC 2919).
 * @returns the new area's id
 * @throws Refusal `invalid`, `not-allowed`, `conflict` (name or address is taken), `not-found` (organisation)
 */
export async function addArea(ctx: Context, input: unknown): Promise<string> {
  const { organizations, ...values } = parseInput(areaInput, input);
  demand(mayAddArea(ctx.actor));
  if (domainOf(values.postingAddress) !== domainOf(env().mailFrom)) {
    throw new Refusal('invalid', 'address-of-other-domain', 'postingAddress');
  }
  const admitted = await ctx.db
    .select({ id: organization.id })
    .from(organization)
    .where(inArray(organization.slug, organizations));
  if (admitted.length !== organizations.length) throw new Refusal('not-found', 'organization-not-found');
  return ctx.db.transaction(async (db) => {
    const id = newId();
    const listIds = [values.postingAddress.replace('@', '.')];
    const position = await db.$count(area);
    const added = await db
      .insert(area)
      .values({ id, ...values, listIds, position: position + 1 })
      .onConflictDoNothing()
      .returning({ id: area.id });
    if (added.length === 0) throw new Refusal('conflict', 'area-taken', 'slug');
    if (admitted.length > 0) {
      await db
        .insert(areaOrganization)
        .values(admitted.map((one) => ({ areaId: id, organizationId: one.id })));
    }
    await record({ ...ctx, db }, { act: 'forum.add-area', subject: `area:${id}` });
    return id;
  });
}

function domainOf(address: string): string | undefined {
  return address.toLowerCase().split('@').at(-1);
}
