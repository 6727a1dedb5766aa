// Reads Markdown, as one types it where the editor does not run; HTML in it is text like any other.
import { Refusal } from '@/lib/core/refusal';
import { readBlocks } from './markdown/read-blocks';
import { longestDocument, normalizeDocument } from './normalize-document';
import type { TextDocument } from './schema';

/** A document of the longest kind, with its signs; nobody writes more lines. */
const longest = 2 * longestDocument;
const mostLines = 20_000;

/**
 * The usual signs, and what people expect who never heard of them: a line break is a line break, a quote ends where its
 * `>` end. `[@Anna Rossi](persona:…)` names a person, `![words](/api/files/…)` shows a file of ours; an image from
 * elsewhere becomes a link to it. Linear in the length.
 * @param options `unfinished`: a draft, in which images may still wait for their alternative text
 * @throws Refusal as normalizeDocument
 */
export function markdownToDocument(markdown: string, options: { unfinished?: boolean } = {}): TextDocument {
  const lines = markdown.length > longest ? [] : markdown.replace(/\r\n?/g, '\n').split('\n', mostLines + 1);
  if (markdown.length > longest || lines.length > mostLines) throw new Refusal('invalid', 'text-too-long');
  return normalizeDocument({ type: 'doc', content: readBlocks(lines.map(withoutTabs)) }, options);
}

function withoutTabs(line: string): string {
  return line.replaceAll('\t', '    ');
}
