// Finds the addresses in a line of plain text and makes links of them.
import { linkRel, type TextDocument } from './schema';

const addresses = /https?:\/\/[^\s<>"«»]+|www\.[a-z0-9-]+\.[^\s<>"«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
/** What closes a sentence or a bracket is not part of the address before it. */
const trailing = /[.,;:!?'’*_]+$/;

/** @returns text nodes of a document; an empty line gives none */
export function linkText(line: string): TextDocument[] {
  const nodes: TextDocument[] = [];
  let end = 0;
  for (const match of line.matchAll(addresses)) {
    const found = withoutTail(match[0]);
    if (match.index > end) nodes.push({ type: 'text', text: line.slice(end, match.index) });
    nodes.push({ type: 'text', text: found, marks: [linkMark(found)] });
    end = match.index + found.length;
  }
  if (end < line.length) nodes.push({ type: 'text', text: line.slice(end) });
  return nodes;
}

function withoutTail(address: string): string {
  const plain = address.replace(trailing, '');
  const unopened = plain.endsWith(')') && !plain.includes('(');
  return unopened ? plain.slice(0, -1).replace(trailing, '') : plain;
}

function linkMark(address: string) {
  const isWeb = /^https?:/i.test(address);
  const isHost = /^www\./i.test(address);
  const href = isWeb ? address : isHost ? `https://${address}` : `mailto:${address}`;
  return { type: 'link', attrs: { href, rel: linkRel } };
}
