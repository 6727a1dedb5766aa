// A text of the corpus in the three forms a post is kept in.
import { documentToHtml } from '@/lib/text/document-to-html';
import { documentToText } from '@/lib/text/document-to-text';
import type { TextDocument } from '@/lib/text/schema';

type Node = { type: string; content?: Node[]; text?: string; marks?: { type: string }[] };

/** Paragraphs, lists marked by `*` and a bold word, which is all the corpus writes. */
export function bodyOf(written: string): { json: string; html: string; text: string } {
  const document = { type: 'doc', content: written.split('\n\n').map(blockOf) } as TextDocument;
  return { json: JSON.stringify(document), html: documentToHtml(document), text: documentToText(document) };
}

function blockOf(block: string): Node {
  if (!block.startsWith('* ')) return { type: 'paragraph', content: inlineOf(block) };
  const items = block.split('\n').map((line) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: inlineOf(line.slice(2)) }],
  }));
  return { type: 'bulletList', content: items };
}

function inlineOf(line: string): Node[] {
  const [, bold, rest] = /^\*\*(.+?)\*\*(.*)$/s.exec(line) ?? [];
  if (bold === undefined) return [{ type: 'text', text: line }];
  return [
    { type: 'text', text: bold, marks: [{ type: 'bold' }] },
    { type: 'text', text: rest ?? '' },
  ];
}
