// Every read of what an organisation asked and answered, as far as the reader may open it.
import { and, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { area, organization, post, thread, threadArea } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { isRemoved } from '../is-removed';
import { type ThreadRow, threadsPerPage } from '../model';
import { threadsByIds } from '../queries';
import { visibleTo } from '../visible-to';
import type { ContributionCounts, ContributionKind } from './model';

export type Contributor = { id: string; slug: string; name: string };

/** Organisations are public; what they wrote is not. @throws Refusal `not-found` */
export async function findContributor({ db }: Context, slug: string): Promise<Contributor> {
  const { id, slug: spelled, name } = organization;
  const [found] = await db.select({ id, slug: spelled, name }).from(organization).where(eq(spelled, slug));
  if (!found) throw new Refusal('not-found', 'organization-not-found');
  return found;
}

type Wish = { organizationId: string; kind: ContributionKind; page: number; perPage?: number };

/** Threads last written to first. Posts that no longer show are no answers. */
export async function listContributions(ctx: Context, wish: Wish): Promise<ThreadRow[]> {
  const { organizationId, kind, page, perPage = threadsPerPage } = wish;
  const ids = await ctx.db
    .select({ id: thread.id })
    .from(thread)
    .where(and(standsInSight(ctx), isOf(ctx, organizationId, kind)))
    .orderBy(desc(thread.lastPostAt), desc(thread.number))
    .limit(perPage)
    .offset((page - 1) * perPage);
  return threadsByIds(
    ctx,
    ids.map(({ id }) => id),
  );
}

/** How many threads there are of each kind. */
export async function countContributions(ctx: Context, organizationId: string): Promise<ContributionCounts> {
  const those = (kind: ContributionKind) =>
    sql<number>`(count(*) filter (where ${isOf(ctx, organizationId, kind)}))::int`;
  const [counted] = await ctx.db
    .select({ all: those('all'), asked: those('asked'), answered: those('answered') })
    .from(thread)
    .where(and(standsInSight(ctx), isOf(ctx, organizationId, 'all')));
  return counted ?? { all: 0, asked: 0, answered: 0 };
}

/** Drizzle shortens names in a select of one table: the outer one is written out. */
function standsInSight({ actor }: Context): SQL {
  return sql`exists (select from ${threadArea} join ${area} on ${area.id} = ${threadArea.areaId}
    where ${threadArea.threadId} = thread.id and ${visibleTo(actor)})`;
}

function isOf({ db }: Context, organizationId: string, kind: ContributionKind): SQL | undefined {
  const asked = eq(thread.organizationId, organizationId);
  const answered = and(
    sql`${thread.organizationId} is distinct from ${organizationId}::uuid`,
    inArray(
      thread.id,
      db
        .select({ id: post.threadId })
        .from(post)
        .where(and(eq(post.organizationId, organizationId), ne(post.number, 1), sql`not ${isRemoved()}`)),
    ),
  );
  if (kind === 'asked') return asked;
  return kind === 'answered' ? answered : or(asked, answered);
}
