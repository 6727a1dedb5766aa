// What is shown of the best of each group, read from the tables under the searcher's own rights: an index that lags shows
// nothing that may not be seen.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { attachment, fileText, organization, person, post, seat, thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isRemoved } from '@/lib/forum/is-removed';
import { signatureOf } from '@/lib/forum/model';
import { shownArea } from '@/lib/forum/queries';
import { mayReadPeople } from '@/lib/people/policy';
import type { Candidate } from '@/lib/platform/search/query';
import type { Hit, PersonHit, ThreadHit } from './model';
import { passageOf } from './passage-of';

type Shown = Pick<Candidate, 'id' | 'kind' | 'subjectId'>;

/** In the order given; what may not be seen, or is gone, is left out. */
export async function showHits(
  ctx: Context,
  best: readonly Shown[],
  stems: ReadonlySet<string>,
): Promise<Hit[]> {
  const subjects = (kinds: string[]) =>
    best.filter(({ kind }) => kinds.includes(kind)).map(({ subjectId }) => subjectId);
  const [posts, parts, organizations, people] = await Promise.all([
    findPosts(ctx, subjects(['post', 'file'])),
    findParts(ctx, best),
    findOrganizations(ctx, subjects(['organization'])),
    findPeople(ctx, subjects(['person'])),
  ]);
  return best.flatMap(({ id, kind, subjectId }): Hit[] => {
    if (kind === 'organization') return list(organizations.get(subjectId));
    if (kind === 'person') return list(people.get(subjectId));
    const found = posts.get(subjectId);
    if (!found) return [];
    const { text, ...shown } = found;
    const part = parts.get(id);
    return [{ ...shown, file: part?.name ?? null, passage: passageOf(part?.text ?? text, stems) }];
  });
}

function list<T>(one: T | undefined): T[] {
  return one === undefined ? [] : [one];
}

type Found = Omit<ThreadHit, 'file' | 'passage'> & { text: string };

async function findPosts(ctx: Context, ids: string[]): Promise<Map<string, Found>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      ...{ id: post.id, number: thread.number, slug: thread.slug, title: thread.title },
      ...{ postNumber: post.number, postedAt: post.postedAt, text: post.text, author: person.name },
      ...{ organizationSlug: organization.slug, organizationName: organization.name },
      areaSlug: shownArea(ctx.actor, 'slug'),
      areaName: shownArea(ctx.actor, 'name'),
      solved: sql<boolean>`${thread.solvedByPostId} is not null`,
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(and(inArray(post.id, ids), sql`not ${isRemoved()}`));
  const readable = rows.filter(({ areaSlug }) => areaSlug !== null);
  return new Map(
    readable.map(({ id, author, organizationSlug, organizationName, ...shown }) => [
      id,
      { kind: 'thread', ...shown, author: signatureOf(author, organizationSlug, organizationName) },
    ]),
  );
}

/** Document id → name and text of the part of a file. */
async function findParts(ctx: Context, best: readonly Shown[]) {
  const wanted = best.filter(({ kind }) => kind === 'file').map(({ id }) => id);
  if (wanted.length === 0) return new Map<string, { name: string; text: string }>();
  const documentId = sql<string>`${attachment.id} || '-' || ${fileText.part}`;
  const rows = await ctx.db
    .select({ id: documentId, name: attachment.name, text: fileText.text })
    .from(attachment)
    .innerJoin(fileText, eq(fileText.sha256, attachment.sha256))
    .where(
      and(
        inArray(
          attachment.id,
          wanted.map((id) => id.slice(0, 36)),
        ),
        inArray(documentId, wanted),
      ),
    );
  return new Map(rows.map(({ id, ...part }) => [id, part]));
}

async function findOrganizations({ db }: Context, ids: string[]): Promise<Map<string, Hit>> {
  if (ids.length === 0) return new Map();
  const { id, slug, name } = organization;
  const rows = await db.select({ id, slug, title: name }).from(organization).where(inArray(id, ids));
  return new Map(rows.map(({ id: key, ...row }) => [key, { kind: 'organization', ...row }]));
}

async function findPeople({ db, actor }: Context, ids: string[]): Promise<Map<string, PersonHit>> {
  if (ids.length === 0 || !mayReadPeople(actor).allowed) return new Map();
  const rows = await db
    .selectDistinctOn([person.id], {
      ...{ id: person.id, title: person.name },
      organization: { slug: organization.slug, name: organization.name },
    })
    .from(person)
    .innerJoin(seat, and(eq(seat.personId, person.id), sql`${seat.endedAt} is null`))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .where(inArray(person.id, ids))
    .orderBy(person.id, seat.startedAt);
  return new Map(rows.map((row) => [row.id, { kind: 'person', ...row }]));
}
