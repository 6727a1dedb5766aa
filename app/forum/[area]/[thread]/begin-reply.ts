// The reply box of a thread: the draft left open here, or an empty one, with the quote asked for at its end.
import { type Beginning, beginWriting, emptyDraft } from '@/app/(members)/bozze/begin-writing';
import { findOpenDraft } from '@/lib/forum/drafts/queries';
import type { PostView, ThreadView } from '@/lib/forum/model';
import { mayReply } from '@/lib/forum/writing/policy';
import { htmlToText } from '@/lib/text/html-to-text';
import type { TextDocument } from '@/lib/text/schema';
import { currentContext } from '@/lib/web/context';
import { forPolicy } from './rights-of';

export type ReplyBox = Beginning & { isStored: boolean };

/**
 * @param quote the post whose words the text begins with, as the address asks, and what stands above them
 * @returns null for whoever may not reply
 */
export async function beginReply(
  thread: ThreadView,
  quote: { post: PostView; words: string } | null,
): Promise<ReplyBox | null> {
  const { actor, ...rest } = await currentContext();
  if (actor.kind !== 'member' || !mayReply(actor, forPolicy(thread)).allowed) return null;
  const ctx = { ...rest, actor };
  const stored = await findOpenDraft(ctx, { kind: 'reply', threadId: thread.id });
  const draft = stored ?? emptyDraft(ctx, { kind: 'reply', threadId: thread.id });
  const quoting = quote
    ? { ...draft, postId: quote.post.id, body: withQuote(draft.body, quote.post, quote.words) }
    : draft;
  const areas = thread.areas.map(({ slug }) => slug);
  const isStored = stored !== null;
  const place = { discussione: String(thread.number) };
  return { ...(await beginWriting(ctx, quoting, { areas, place, isStored })), isStored };
}

function withQuote(body: TextDocument, post: PostView, words: string): TextDocument {
  const lines = [words, ...htmlToText(post.html).split(/\n{2,}/)];
  const paragraphs = lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  const content = [
    ...(body.content ?? []),
    { type: 'blockquote', content: paragraphs },
    { type: 'paragraph' },
  ];
  return { type: 'doc', content };
}
