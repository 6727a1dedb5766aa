// Every read for the weekly list: which questions wait, and who is to know.
import { and, asc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { area, organization, person, post, seat, thread, threadArea } from '@/db/schema';
import { organizationWrites } from '@/lib/auth/organization-writes';
import type { Member } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { isRemoved } from '../is-removed';
import { isWaiting } from '../is-waiting';
import type { ThreadRow } from '../model';
import { threadsByIds } from '../queries';
import { visibleTo } from '../visible-to';
import { forgottenAfterDays, mostInLetter, waitingSinceDays } from './model';

const day = 86_400_000;

/** Questions without an answer that the actor may read, longest waiting first, and how many there are in all. */
export async function listWaiting(ctx: Context): Promise<{ rows: ThreadRow[]; total: number }> {
  const where = and(
    isWaiting(),
    eq(thread.locked, false),
    lte(thread.startedAt, new Date(ctx.now.getTime() - waitingSinceDays * day)),
    gte(thread.startedAt, new Date(ctx.now.getTime() - forgottenAfterDays * day)),
    showsIn(ctx),
  );
  const ids = await ctx.db
    .select({ id: thread.id })
    .from(thread)
    .where(where)
    .orderBy(asc(thread.startedAt), asc(thread.number))
    .limit(mostInLetter);
  const rows = await threadsByIds(
    ctx,
    ids.map(({ id }) => id),
  );
  return { rows, total: await ctx.db.$count(thread, where) };
}

/** It stands in an area the actor may read, and its question still shows. */
function showsIn({ actor }: Context): SQL {
  return sql`exists (select from ${threadArea} join ${area} on ${area.id} = ${threadArea.areaId}
      where ${threadArea.threadId} = thread.id and ${visibleTo(actor)})
    and exists (select from ${post} where ${post.threadId} = thread.id and not ${isRemoved()})`;
}

export type Coordinator = Member & { email: string };

/** Everyone who acts as coordinator now and takes mail, for the seat they do so in. */
export async function listCoordinators({ db, now }: Context): Promise<Coordinator[]> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const rows = await db
    .selectDistinctOn([person.id], {
      personId: person.id,
      name: person.name,
      locale: person.locale,
      email: person.email,
      seatId: seat.id,
      role: seat.role,
      organization: {
        id: organization.id,
        slug: organization.slug,
        name: organization.name,
        kind: organization.kind,
        writes: organizationWrites(),
      },
    })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .where(
      sql`${seat.role} = 'coordinator' and ${seat.startedAt} <= ${moment}
        and (${seat.endedAt} is null or ${seat.endedAt} > ${moment}) and ${person.hasAccount}
        and not exists (select from mail_stop where mail_stop.email = ${person.email}
          and mail_stop.resumed_at is null)`,
    )
    .orderBy(person.id, asc(seat.startedAt));
  return rows.flatMap(({ seatId: id, role, organization: at, email, ...rest }) => {
    const held = { id, role, organization: at };
    return email ? [{ kind: 'member' as const, ...rest, email, seat: held, seats: [held] }] : [];
  });
}
