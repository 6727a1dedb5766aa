// The draft behind an address, or what the address says of one that was never stored.

import type { MemberContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import type { DraftView } from '@/lib/forum/drafts/model';
import { findDraft } from '@/lib/forum/drafts/queries';
import type { ThreadView } from '@/lib/forum/model';
import { findThread } from '@/lib/forum/posts/queries';
import { threadsByIds } from '@/lib/forum/queries';
import { findPostId, findPostToEdit } from '@/lib/forum/writing/queries';
import { queryValue } from '@/lib/web/query-value';
import { type Beginning, beginWriting, emptyDraft } from '../begin-writing';

type Query = Record<string, string | string[] | undefined>;
type Place = Pick<ThreadView, 'title' | 'number' | 'slug' | 'areaSlug'>;

export type OpenedDraft = { beginning: Beginning; thread: Place | null; isStored: boolean };

/** @throws Refusal `not-found` for an unknown, sent or another person's draft */
export async function openDraft(ctx: MemberContext, id: string, query: Query): Promise<OpenedDraft> {
  const stored = await findDraft(ctx, id).catch((error) => {
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  });
  const draft = stored ?? (await neverStored(ctx, id, query));
  const [row] = draft.threadId ? await threadsByIds(ctx, [draft.threadId]) : [];
  const thread = row ? await findThread(ctx, row.number) : null;
  const areas = thread ? thread.areas.map(({ slug }) => slug) : draft.areas;
  const place = placeOf(query);
  const isStored = stored !== null;
  return { beginning: await beginWriting(ctx, draft, { areas, place, isStored }), thread, isStored };
}

function placeOf(query: Query): Record<string, string> {
  const pairs = ['area', 'discussione', 'm'].map((name) => [name, queryValue(query[name])] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

async function neverStored(ctx: MemberContext, id: string, query: Query): Promise<DraftView> {
  const { area, discussione, m } = placeOf(query);
  if (area) return emptyDraft(ctx, { id, kind: 'thread', areas: [area] });
  if (!discussione) throw new Refusal('not-found', 'no-such-draft');
  const thread = await findThread(ctx, Number(discussione) || 0);
  if (!m) return emptyDraft(ctx, { id, kind: 'reply', threadId: thread.id });
  const post = await findPostToEdit(ctx, await findPostId(ctx, thread.id, Number(m) || 0));
  const edited = { postId: post.id, baseRevision: post.revision, body: post.body };
  return emptyDraft(ctx, { id, kind: 'edit', threadId: thread.id, ...edited });
}
