// Finds the addresses in a line of plain text and makes links of them.
import { linkRel } from './link-address';
import type { TextDocument } from './schema';

/** A local part has at most 64 characters (RFC 5321): without a limit a long run is read again from each of its letters. */
const addresses =
  /https?:\/\/[^\s<>"«»]+|www\.[a-z0-9-]{1,63}\.[^\s<>"«»]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gi;
/** What closes a sentence or a bracket is not part of the address before it. */
const trailing = new Set(".,;:!?'’*_");
/** Nobody reads a longer line: it is shown as it stands. */
const longestLine = 10_000;

/** @returns text nodes of a document; an empty line gives none */
export function linkText(line: string): TextDocument[] {
  if (line.length > longestLine) return [{ type: 'text', text: line }];
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
  const plain = withoutTrailing(address);
  const unopened = plain.endsWith(')') && !plain.includes('(');
  return unopened ? withoutTrailing(plain.slice(0, -1)) : plain;
}

function withoutTrailing(address: string): string {
  let end = address.length;
  while (end > 0 && trailing.has(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}

function linkMark(address: string) {
  const isWeb = /^https?:/i.test(address);
  const isHost = /^www\./i.test(address);
  const href = isWeb ? address : isHost ? `https://${address}` : `mailto:${address}`;
  return { type: 'link', attrs: { href, rel: linkRel } };
}
