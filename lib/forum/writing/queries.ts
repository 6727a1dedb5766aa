// Every read of what a post was before, and of two versions side by side.
import { and, desc, eq, inArray } from 'drizzle-orm';
import { organization, person, post, postRevision } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { compareTexts } from '@/lib/text/compare-texts';
import type { TextDocument } from '@/lib/text/schema';
import { findPost } from '../find-post';
import { signatureOf } from '../model';
import { composeText } from './compose-text';
import {
  type EditConflict,
  type HistoryQuery,
  historyPlace,
  type RevisionHistory,
  type RevisionLine,
  type RevisionView,
  versionsPerPage,
} from './model';
import { mayEdit, mayReadHistory } from './policy';

/**
 * A page of the versions of a post, and the one shown with what it changed; a post never edited has one. Only two texts
 * are read and compared, however many there are.
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function listHistory(
  ctx: Context,
  postId: string,
  query: HistoryQuery = { pagina: 1 },
): Promise<RevisionHistory> {
  const held = await findPost(ctx, postId);
  demand(mayReadHistory(ctx.actor, held));
  const count = await ctx.db.$count(postRevision, eq(postRevision.postId, postId));
  const { page, pages, shown } = historyPlace(query, count || 1);
  const [version, before] =
    count > 0 ? await readVersions(ctx, postId, shown) : [await readCurrent(ctx, postId)];
  if (!version) throw new Refusal('not-found', 'no-such-post');
  return {
    versions: count > 0 ? await readLines(ctx, postId, page) : [version],
    page,
    pages,
    shown: { ...version, pieces: compareTexts((before ?? version).text, version.text) },
  };
}

const line = {
  number: postRevision.number,
  writtenAt: postRevision.writtenAt,
  name: person.name,
  slug: organization.slug,
  organization: organization.name,
};

async function readLines({ db }: Context, postId: string, page: number): Promise<RevisionLine[]> {
  const rows = await db
    .select(line)
    .from(postRevision)
    .innerJoin(person, eq(person.id, postRevision.personId))
    .leftJoin(organization, eq(organization.id, postRevision.organizationId))
    .where(eq(postRevision.postId, postId))
    .orderBy(desc(postRevision.number))
    .limit(versionsPerPage)
    .offset((page - 1) * versionsPerPage);
  return rows.map(signed);
}

/** A version and the one before it, where there is one. */
async function readVersions({ db }: Context, postId: string, number: number): Promise<RevisionView[]> {
  const rows = await db
    .select({ ...line, html: postRevision.html, text: postRevision.text })
    .from(postRevision)
    .innerJoin(person, eq(person.id, postRevision.personId))
    .leftJoin(organization, eq(organization.id, postRevision.organizationId))
    .where(and(eq(postRevision.postId, postId), inArray(postRevision.number, [number, number - 1])))
    .orderBy(desc(postRevision.number));
  return rows.map(signed);
}

function signed<Row extends { name: string; slug: string | null; organization: string | null }>(row: Row) {
  const { name, slug, organization: of, ...rest } = row;
  return { ...rest, by: signatureOf(name, slug, of) };
}

async function readCurrent(ctx: Context, postId: string): Promise<RevisionView> {
  const [row] = await ctx.db
    .select({
      number: post.revision,
      writtenAt: post.postedAt,
      html: post.html,
      text: post.text,
      name: person.name,
      slug: organization.slug,
      organization: organization.name,
    })
    .from(post)
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(eq(post.id, postId));
  if (!row) throw new Refusal('not-found', 'no-such-post');
  return signed(row);
}

/**
 * After `edited-meanwhile`: what stands now, and how the refused text differs from it. Both are there in full.
 * @param body the document that was refused
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function findEditConflict(
  ctx: Context,
  given: { postId: string; baseRevision: number; body: unknown },
): Promise<EditConflict> {
  const held = await findPost(ctx, given.postId);
  demand(mayEdit(ctx.actor, { ...held, isRemoved: held.removal !== null }));
  const [newest] = await readVersions(ctx, given.postId, held.revision);
  const current = newest ?? (await readCurrent(ctx, given.postId));
  return {
    baseRevision: given.baseRevision,
    revision: current.number,
    current,
    pieces: compareTexts(current.text, composeText(given.body).text),
  };
}

/** A post to edit: its document and the version it is. @throws Refusal `not-found`, `not-allowed` */
export async function findPostToEdit(
  ctx: Context,
  postId: string,
): Promise<{ id: string; number: number; revision: number; body: TextDocument }> {
  const held = await findPost(ctx, postId);
  demand(mayEdit(ctx.actor, { ...held, isRemoved: held.removal !== null }));
  const [found] = await ctx.db.select({ body: post.body }).from(post).where(eq(post.id, postId));
  if (!found) throw new Refusal('not-found', 'no-such-post');
  const { id, number, revision } = held;
  return { id, number, revision, body: found.body as TextDocument };
}

/** The id of the post of this number in a thread that the caller has read. @throws Refusal `not-found` */
export async function findPostId({ db }: Context, threadId: string, number: number): Promise<string> {
  const [found] = await db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.threadId, threadId), eq(post.number, number)));
  if (!found) throw new Refusal('not-found', 'no-such-post');
  return found.id;
}
