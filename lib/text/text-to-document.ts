// Makes a document out of plain text as mails carry it: paragraphs, quoted lines, links; nothing is guessed beyond.
import { joinWrappedLines } from './join-wrapped-lines';
import { linkText } from './link-text';
import type { TextDocument } from './schema';

/** Quotes deeper than this are shown at this depth: a page cannot indent for ever. */
const deepest = 8;

/** Quoted lines (`>`) become block quotes; lists keep their signs and lines. Linear in the length of the text. */
export function textToDocument(text: string): TextDocument {
  const content = blocks(text.replace(/\r\n?/g, '\n').split('\n'), 0);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function blocks(lines: readonly string[], depth: number): TextDocument[] {
  const found: TextDocument[] = [];
  let group: string[] = [];
  let quoted = false;
  const close = () => {
    const made = group.length === 0 ? [] : quoted ? quote(group, depth) : paragraphs(group);
    for (const each of made) found.push(each);
    group = [];
  };
  for (const line of lines) {
    const isQuoted = depth < deepest && line.startsWith('>');
    if (isQuoted !== quoted) close();
    quoted = isQuoted;
    group.push(isQuoted ? line.replace(/^> ?/, '') : line);
  }
  close();
  return found;
}

function quote(lines: readonly string[], depth: number): TextDocument[] {
  const content = blocks(lines, depth + 1);
  return content.length > 0 ? [{ type: 'blockquote', content }] : [];
}

function paragraphs(lines: readonly string[]): TextDocument[] {
  const found: TextDocument[] = [];
  let group: string[] = [];
  for (const line of [...lines, '']) {
    if (line.trim() !== '') {
      group.push(line);
    } else if (group.length > 0) {
      found.push({ type: 'paragraph', content: inline(group) });
      group = [];
    }
  }
  return found;
}

function inline(lines: readonly string[]): TextDocument[] {
  return joinWrappedLines(lines).flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    ...linkText(line.trim()),
  ]);
}
