// Documents follow what they are made of a moment later: of what was found only what the searcher may read now is counted,
// ranked and offered.
import { type AnyColumn, and, eq, exists, isNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { area, organization, post, seat, threadArea } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isRemoved } from '@/lib/forum/is-removed';
import { visibleTo } from '@/lib/forum/visible-to';
import { mayReadPeople } from '@/lib/people/policy';
import type { Candidate } from '@/lib/platform/search/query';

/** The same rights as `showHits`, in one statement however many there are. */
export async function keepReadable(ctx: Context, found: readonly Candidate[]): Promise<Candidate[]> {
  if (found.length === 0) return [];
  const { db } = ctx;
  const subjects = sql.param([...new Set(found.map(({ subjectId }) => subjectId))]);
  const isFound = (id: AnyColumn) => sql`${id} = any(${subjects}::uuid[])`;
  const areas = db
    .select({ id: threadArea.areaId })
    .from(threadArea)
    .innerJoin(area, eq(area.id, threadArea.areaId))
    .where(and(eq(threadArea.threadId, post.threadId), visibleTo(ctx.actor)));
  const isMember = mayReadPeople(ctx.actor).allowed;
  const rows = await unionAll(
    db
      .select({ id: post.id })
      .from(post)
      .where(and(isFound(post.id), sql`not ${isRemoved()}`, exists(areas))),
    db.select({ id: organization.id }).from(organization).where(isFound(organization.id)),
    db
      .select({ id: seat.personId })
      .from(seat)
      .where(and(sql`${isMember}`, isFound(seat.personId), isNull(seat.endedAt))),
  );
  const readable = new Set(rows.map(({ id }) => id));
  return found.filter(({ subjectId }) => readable.has(subjectId));
}
