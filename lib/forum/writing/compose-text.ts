// Makes of what an editor sends the three forms a text is kept in: only what the schema knows, rendered once.
import { Refusal } from '@/lib/core/refusal';
import { documentToHtml } from '@/lib/text/document-to-html';
import { documentToText } from '@/lib/text/document-to-text';
import { normalizeDocument } from '@/lib/text/normalize-document';
import type { TextDocument } from '@/lib/text/schema';
import type { Arrival, ComposedText } from './model';

/**
 * @param arrival where it came by mail: its files may be all it says
 * @throws Refusal `invalid` on field `body`: `text-missing`, and what `normalizeDocument` refuses
 */
export function composeText(input: unknown, arrival?: Pick<Arrival, 'files'>): ComposedText {
  if (typeof input !== 'object' || input === null) throw new Refusal('invalid', 'text-missing', 'body');
  const body = readDocument(input);
  const text = documentToText(body);
  const isAllowed = text.trim() !== '' || (arrival && arrival.files.length > 0);
  if (!isAllowed) throw new Refusal('invalid', 'text-missing', 'body');
  return { body, html: documentToHtml(body), text };
}

function readDocument(input: unknown): TextDocument {
  try {
    return normalizeDocument(input);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, error.reason, 'body') : error;
  }
}
