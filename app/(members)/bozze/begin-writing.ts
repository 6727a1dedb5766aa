// What a form for writing begins with: a draft as it stands, or an empty one under an id of its own.
import { getTranslations } from 'next-intl/server';
import type { Writing, WritingChoices } from '@/components/writing/writing';
import type { MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { countReceivers } from '@/lib/forum/audience/queries';
import type { DraftView } from '@/lib/forum/drafts/model';
import { mayWriteInArea } from '@/lib/forum/policy';
import { listAreas } from '@/lib/forum/queries';
import { documentToMarkdown } from '@/lib/text/document-to-markdown';

export type Beginning = { writing: Writing; choices: WritingChoices; page: string };

/** An empty draft: nothing of it is stored until something is typed. */
export function emptyDraft(
  { actor, now }: MemberContext,
  given: Pick<DraftView, 'kind'> & Partial<DraftView>,
): DraftView {
  const nothing = { threadId: null, postId: null, baseRevision: null, title: '', areas: [], tags: [] };
  const body = { type: 'doc', content: [{ type: 'paragraph' }] };
  const own = { id: newId(), seatId: actor.seat.id, updatedAt: now, files: [] };
  return { ...nothing, ...own, isQuestion: false, body, ...given };
}

export type Around = {
  /** Slugs of the areas where the text will stand: who is told. */
  areas: readonly string[];
  /** What the page of the form must know of a draft that is not stored yet, as a query. */
  place: Record<string, string>;
  isStored: boolean;
};

/** All that the form is fed with. */
export async function beginWriting(
  ctx: MemberContext,
  draft: DraftView,
  { areas, place, isStored }: Around,
): Promise<Beginning> {
  const { id, body, updatedAt, ...rest } = draft;
  const [receivers, choices, role] = await Promise.all([
    countReceivers(ctx, areas, draft.threadId),
    draft.kind === 'thread' ? listAreas(ctx) : [],
    getTranslations('frame.roles'),
  ]);
  // What is listed one may read, so that an area of chosen organisations has chosen this one.
  const admitted = [ctx.actor.seat.organization.id];
  const markdown = documentToMarkdown(body);
  const writing = { ...rest, draftId: id, markdown, document: markdown === '' ? null : body };
  return {
    writing: { ...writing, savedAt: isStored ? updatedAt : null },
    choices: {
      seats: ctx.actor.seats.map((seat) => ({
        value: seat.id,
        label: `${seat.organization.name} (${role(seat.role)})`,
      })),
      areas: choices.filter((area) => mayWriteInArea(ctx.actor, { ...area, admitted }).allowed),
      receivers,
    },
    page: pageOf(id, place),
  };
}

/** Exactly as the browser will ask for it: by this address React finds what the form came back with. */
function pageOf(id: string, place: Record<string, string>): string {
  const query = new URLSearchParams(place);
  return query.size > 0 ? `/bozze/${id}?${query}` : `/bozze/${id}`;
}
