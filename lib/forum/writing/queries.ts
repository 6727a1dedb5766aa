// Every read of what a post was before, and of two versions side by side.
import { and, asc, eq } from 'drizzle-orm';
import { organization, person, post, postRevision } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { compareTexts } from '@/lib/text/compare-texts';
import type { TextDocument } from '@/lib/text/schema';
import { findPost } from '../find-post';
import { signatureOf } from '../model';
import { composeText } from './compose-text';
import type { EditConflict, RevisionStep, RevisionView } from './model';
import { mayEdit, mayReadHistory } from './policy';

/**
 * The versions of a post, the first one first, each with what it changed; a post never edited has one.
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function listHistory(ctx: Context, postId: string): Promise<RevisionStep[]> {
  const held = await findPost(ctx, postId);
  demand(mayReadHistory(ctx.actor, held));
  const versions = await readVersions(ctx, postId);
  return versions.map((version, index) => ({
    ...version,
    pieces: compareTexts(versions[index - 1]?.text ?? version.text, version.text),
  }));
}

async function readVersions(ctx: Context, postId: string): Promise<RevisionView[]> {
  const rows = await ctx.db
    .select({
      number: postRevision.number,
      writtenAt: postRevision.writtenAt,
      html: postRevision.html,
      text: postRevision.text,
      name: person.name,
      slug: organization.slug,
      organization: organization.name,
    })
    .from(postRevision)
    .innerJoin(person, eq(person.id, postRevision.personId))
    .leftJoin(organization, eq(organization.id, postRevision.organizationId))
    .where(eq(postRevision.postId, postId))
    .orderBy(asc(postRevision.number));
  if (rows.length === 0) return [await readCurrent(ctx, postId)];
  return rows.map(({ name, slug, organization: of, ...rest }) => ({
    ...rest,
    by: signatureOf(name, slug, of),
  }));
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
  const { name, slug, organization: of, ...rest } = row;
  return { ...rest, by: signatureOf(name, slug, of) };
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
  const current = (await readVersions(ctx, given.postId)).at(-1);
  if (!current) throw new Refusal('not-found', 'no-such-post');
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
