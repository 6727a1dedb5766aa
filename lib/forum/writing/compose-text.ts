// Makes of what an editor sends the three forms a text is kept in: only what the schema knows, rendered once.
import { Refusal } from '@/lib/core/refusal';
import { documentToHtml } from '@/lib/text/document-to-html';
import { documentToText } from '@/lib/text/document-to-text';
import { normalizeDocument } from '@/lib/text/normalize-document';
import type { TextDocument } from '@/lib/text/schema';
import type { ComposedText } from './model';

/**
 * Images of the draft get the address they have in the post: the file keeps its id.
 * @throws Refusal `invalid` on field `body`: `text-missing`, and what `normalizeDocument` refuses
 */
export function composeText(input: unknown): ComposedText {
  if (typeof input !== 'object' || input === null) throw new Refusal('invalid', 'text-missing', 'body');
  const body = withPostAddresses(readDocument(input));
  const text = documentToText(body);
  if (text.trim() === '') throw new Refusal('invalid', 'text-missing', 'body');
  return { body, html: documentToHtml(body), text };
}

function readDocument(input: unknown): TextDocument {
  try {
    return normalizeDocument(input);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, error.reason, 'body') : error;
  }
}

function withPostAddresses(node: TextDocument): TextDocument {
  const content = node.content?.map(withPostAddresses);
  const src = node.type === 'image' && typeof node.attrs?.src === 'string' ? node.attrs.src : undefined;
  const attrs = src
    ? { ...node.attrs, src: src.replace(/^\/api\/drafts\/[^/]+\/files\//, '/api/files/') }
    : node.attrs;
  return { ...node, ...(content && { content }), ...(attrs && { attrs }) };
}
