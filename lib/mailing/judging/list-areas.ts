// All areas, as judging asks of them: they are few.
import { asc } from 'drizzle-orm';
import { area } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { admittedTo } from '@/lib/forum/queries';
import type { KnownArea } from './model';

/** Addresses and List-Ids in lower case, as mails are read. */
export async function listAreas({ db }: Context): Promise<KnownArea[]> {
  const rows = await db
    .select({
      ...{
        id: area.id,
        postingAddress: area.postingAddress,
        listIds: area.listIds,
        strangers: area.strangers,
      },
      ...{ audience: area.audience, postingRule: area.postingRule, admitted: admittedTo },
    })
    .from(area)
    .orderBy(asc(area.position), asc(area.id));
  return rows.map((row) => ({
    ...row,
    postingAddress: row.postingAddress.toLowerCase(),
    listIds: row.listIds.map((id) => id.toLowerCase()),
  }));
}
