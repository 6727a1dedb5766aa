// What a writing form says, as drafts and deeds want it.
import type { FormValues } from '@/lib/core/form-state';
import { Refusal } from '@/lib/core/refusal';
import { markdownToDocument } from '@/lib/text/markdown-to-document';
import type { TextDocument } from '@/lib/text/schema';
import { areasOf } from './areas-of';
import { listOf } from './list-of';

/**
 * The editor sends its document beside the text area; without JavaScript there is only the text area, in Markdown.
 * @throws Refusal `invalid` on field `body`
 */
export function typedDraft(values: FormValues) {
  const { draftId, kind, seatId, threadId, postId, baseRevision, title = '' } = values;
  return {
    draftId,
    kind,
    title,
    seatId: seatId || undefined,
    threadId: threadId || undefined,
    postId: postId || undefined,
    baseRevision: baseRevision ? Number(baseRevision) : undefined,
    areas: areasOf(values),
    tags: listOf(values.tags, ','),
    isQuestion: values.isQuestion === 'on',
    confirmed: values.confirmed === 'on',
    body: documentOf(values),
  };
}

export type TypedDraft = ReturnType<typeof typedDraft>;

function documentOf({ document, body = '' }: FormValues): TextDocument {
  try {
    return document ? JSON.parse(document) : markdownToDocument(body, { unfinished: true });
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.reason, 'body');
    if (error instanceof SyntaxError) throw new Refusal('invalid', 'text-invalid', 'body');
    throw error;
  }
}
