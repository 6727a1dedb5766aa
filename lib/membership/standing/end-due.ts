// Ends the memberships whose notice is over: on the day that everybody was told of when the withdrawal was notified.
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import { isoDay } from '@/lib/core/time';
import { demand } from '@/lib/core/verdict';
import { mayKeepTime } from '../policy';
import { writeStep } from '../write-step';

/** Called each morning; a missed one is made up for by the next. @returns how many ended @throws Refusal `not-allowed` */
export async function endDue(ctx: Context): Promise<number> {
  demand(mayKeepTime(ctx.actor));
  const due = await ctx.db.execute<{ id: string; term: string }>(sql`
    select organization_id as id, term_on::text as term from (
      select distinct on (organization_id) * from membership_step order by organization_id, number desc) last
    where state = 'withdrawing' and term_on <= ${isoDay(ctx.now)}::date`);
  for (const { id, term } of due) {
    await ctx.db.transaction((db) =>
      writeStep({ ...ctx, db }, { organizationId: id, deed: 'end', takenOn: term }),
    );
  }
  return due.length;
}
