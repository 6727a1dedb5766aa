// The reply box of a thread: the draft left open here, or an empty one, with the quote asked for at its end.
import { type Beginning, beginWriting, emptyDraft } from '@/app/(members)/bozze/begin-writing';
import type { DraftView } from '@/lib/forum/drafts/model';
import { findOpenDraft } from '@/lib/forum/drafts/queries';
import type { PostView, ThreadView } from '@/lib/forum/model';
import { addQuote } from '@/lib/forum/writing/add-quote';
import { mayReply } from '@/lib/forum/writing/policy';
import { currentContext } from '@/lib/web/context';
import { forPolicy } from './rights-in';

export type ReplyBox = Beginning & { isStored: boolean };

type Quote = { post: Pick<PostView, 'id' | 'html'>; words: string };

/**
 * @param quote the post whose words the text begins with, as the address asks, and what stands above them
 * @returns null for whoever may not reply
 */
export async function beginReply(thread: ThreadView, quote: Quote | null): Promise<ReplyBox | null> {
  const { actor, ...rest } = await currentContext();
  if (actor.kind !== 'member' || !mayReply(actor, forPolicy(thread)).allowed) return null;
  const ctx = { ...rest, actor };
  const stored = await findOpenDraft(ctx, { kind: 'reply', threadId: thread.id });
  const draft = stored ?? emptyDraft(ctx, { kind: 'reply', threadId: thread.id });
  const quoting = quote ? quotingDraft(draft, quote) : draft;
  const areas = thread.areas.map(({ slug }) => slug);
  const isStored = stored !== null;
  const place = { discussione: String(thread.number) };
  return { ...(await beginWriting(ctx, quoting, { areas, place, isStored })), isStored };
}

function quotingDraft(draft: DraftView, { post, words }: Quote): DraftView {
  const isAnswered = draft.postId === post.id;
  return { ...draft, postId: post.id, body: addQuote(draft.body, { html: post.html, words, isAnswered }) };
}
