// A post's words at the end of a text that answers it, as a quotation under who wrote them.
import { documentToText } from '@/lib/text/document-to-text';
import { htmlToText } from '@/lib/text/html-to-text';
import type { TextDocument } from '@/lib/text/schema';

export type Quoted = {
  html: string;
  /** What stands above the words: "Rita Sala ha scritto:". */
  words: string;
  /** Whether the text was begun as an answer to this very post: then its quotation may have been shortened. */
  isAnswered: boolean;
};

/** A quotation the text holds already is not put in again: the page that asks for it may be opened twice. */
export function addQuote(body: TextDocument, { html, words, isAnswered }: Quoted): TextDocument {
  const lines = [words, ...htmlToText(html).split(/\n{2,}/)].map(oneLine).filter((line) => line !== '');
  const whole = lines.join(' ');
  const held = quotations(body).some((text) => text === whole || (isAnswered && text.startsWith(words)));
  if (held) return body;
  const content = lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  const before = body.content ?? [];
  return { type: 'doc', content: [...before, { type: 'blockquote', content }, { type: 'paragraph' }] };
}

function quotations({ content = [] }: TextDocument): string[] {
  return content.flatMap((node) => (node.type === 'blockquote' ? [oneLine(documentToText(node))] : []));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
