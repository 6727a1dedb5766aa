// Every read of drafts: a person's own, and nobody else's.
import { and, asc, desc, eq, isNull, type SQL } from 'drizzle-orm';
import { draft, draftFile, file, organization, seat, thread } from '@/db/schema';
import type { DraftKind } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { memberOf } from '@/lib/core/member-of';
import { Refusal } from '@/lib/core/refusal';
import { documentToText } from '@/lib/text/document-to-text';
import type { TextDocument } from '@/lib/text/schema';
import { openingWords } from '../model';
import { shownArea } from '../queries';
import type { DraftFileView, DraftRow, DraftView } from './model';

const mostDrafts = 50;

/** What one has begun and not sent, last touched first; empty for who is not signed in. */
export async function listDrafts(ctx: Context): Promise<DraftRow[]> {
  if (ctx.actor.kind !== 'member') return [];
  const rows = await ctx.db
    .select({
      id: draft.id,
      kind: draft.kind,
      title: draft.title,
      body: draft.body,
      updatedAt: draft.updatedAt,
      thread: { id: thread.id, number: thread.number, slug: thread.slug, title: thread.title },
      areaSlug: shownArea(ctx.actor, 'slug'),
      organization: { slug: organization.slug, name: organization.name },
    })
    .from(draft)
    .innerJoin(seat, eq(seat.id, draft.seatId))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .leftJoin(thread, eq(thread.id, draft.threadId))
    .where(own(ctx))
    .orderBy(desc(draft.updatedAt))
    .limit(mostDrafts);
  return rows.map(({ body, thread: place, areaSlug, title, ...rest }) => ({
    ...rest,
    title: place && areaSlug ? place.title : title,
    opening: openingWords(documentToText(body as TextDocument)),
    thread: place && areaSlug ? { id: place.id, number: place.number, slug: place.slug, areaSlug } : null,
  }));
}

/** @throws Refusal `not-found` for an unknown, sent or another person's draft */
export async function findDraft(ctx: Context, draftId: string): Promise<DraftView> {
  if (!isId(draftId)) throw new Refusal('not-found', 'no-such-draft');
  const [found] = await ctx.db
    .select(columns)
    .from(draft)
    .where(and(own(ctx), eq(draft.id, draftId)));
  if (!found) throw new Refusal('not-found', 'no-such-draft');
  return { ...found, body: found.body as TextDocument, files: await filesOf(ctx, found.id) };
}

/** The draft one left open at this place, the last one touched; null when there is none. */
export async function findOpenDraft(
  ctx: Context,
  place: { kind: DraftKind; threadId?: string; postId?: string },
): Promise<DraftView | null> {
  if (ctx.actor.kind !== 'member') return null;
  const { kind, threadId, postId } = place;
  const [found] = await ctx.db
    .select({ id: draft.id })
    .from(draft)
    .where(
      and(
        own(ctx),
        eq(draft.kind, kind),
        threadId ? eq(draft.threadId, threadId) : undefined,
        postId ? eq(draft.postId, postId) : undefined,
      ),
    )
    .orderBy(desc(draft.updatedAt))
    .limit(1);
  return found ? findDraft(ctx, found.id) : null;
}

const columns = {
  id: draft.id,
  kind: draft.kind,
  seatId: draft.seatId,
  threadId: draft.threadId,
  postId: draft.postId,
  baseRevision: draft.baseRevision,
  title: draft.title,
  areas: draft.areas,
  tags: draft.tags,
  isQuestion: draft.isQuestion,
  body: draft.body,
  updatedAt: draft.updatedAt,
};

function own(ctx: Context): SQL | undefined {
  const { personId } = memberOf(ctx.actor);
  return and(eq(draft.personId, personId), isNull(draft.publishedAt));
}

async function filesOf(ctx: Context, draftId: string): Promise<DraftFileView[]> {
  return ctx.db
    .select({
      id: draftFile.id,
      name: draftFile.name,
      mediaType: file.mediaType,
      size: file.size,
      pages: file.pages,
      inline: draftFile.inline,
    })
    .from(draftFile)
    .innerJoin(file, eq(file.sha256, draftFile.sha256))
    .where(eq(draftFile.draftId, draftId))
    .orderBy(asc(draftFile.position));
}

/** One's own file before it is sent, for the preview. @throws Refusal `not-found`, `not-allowed` */
export async function findDraftFile(
  ctx: Context,
  id: string,
): Promise<{ sha256: string; name: string; mediaType: string; size: number }> {
  const [found] = await ctx.db
    .select({
      sha256: draftFile.sha256,
      name: draftFile.name,
      mediaType: file.mediaType,
      size: file.size,
    })
    .from(draftFile)
    .innerJoin(draft, eq(draft.id, draftFile.draftId))
    .innerJoin(file, eq(file.sha256, draftFile.sha256))
    .where(and(eq(draftFile.id, id), eq(draft.personId, memberOf(ctx.actor).personId)));
  if (!found) throw new Refusal('not-found', 'no-such-file');
  return found;
}
