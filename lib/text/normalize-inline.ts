// Puts right what stands inside a line: words with their marks, line breaks, persons named.
import { linkAddress, linkRel } from './link-address';
import { isLoose, type Loose, looseAttribute, looseChildren } from './loose-node';
import type { TextDocument } from './schema';

export const inlineTypes = new Set<unknown>(['text', 'hardBreak', 'mention']);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const longestLabel = 200;
/** Marks in the order of the schema, so that the same text is always the same document. */
const markOrder = ['link', 'bold', 'italic', 'code'];
/** Control characters (no database takes them), halves of a character, signs that hide or turn words around. */
const unseen = /[\p{Cc}\p{Cs}\u00ad\u200b\u2060\u202d\u202e\ufeff]/gu;

/** @param nodes all of an inline type */
export function normalizeInline(nodes: readonly Loose[]): TextDocument[] {
  const found: TextDocument[] = [];
  for (const node of nodes.flatMap(one)) {
    const last = found.at(-1);
    if (last?.text !== undefined && node.text !== undefined && sameMarks(last, node)) {
      found[found.length - 1] = { ...last, text: last.text + node.text };
    } else {
      found.push(node);
    }
  }
  return found;
}

/** All words inside, without breaks of line unless they are the text itself. */
export function plainText(node: Loose): string {
  if (typeof node.text === 'string') return visible(node.text);
  return node.type === 'hardBreak' ? '\n' : looseChildren(node).map(plainText).join('');
}

/** The characters a reader sees. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, (sign) => (/[\n\t]/.test(sign) ? sign : ''));
}

function one(node: Loose): TextDocument[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  if (node.type === 'mention') return mention(node);
  const text = typeof node.text === 'string' ? visible(node.text).replace(/[\n\t]+/g, ' ') : '';
  return text === '' ? [] : [withMarks(text, node)];
}

function withMarks(text: string, node: Loose): TextDocument {
  const given = Array.isArray(node.marks) ? node.marks.filter(isLoose) : [];
  const marks = markOrder.flatMap((type) =>
    given
      .filter((mark) => mark.type === type)
      .flatMap(oneMark)
      .slice(0, 1),
  );
  const isLink = marks.some(({ type }) => type === 'link');
  const isCode = marks.some(({ type }) => type === 'code');
  const kept = isCode ? marks.filter(({ type }) => type === (isLink ? 'link' : 'code')) : marks;
  return kept.length > 0 ? { type: 'text', text, marks: kept } : { type: 'text', text };
}

function oneMark(mark: Loose): { type: string; attrs?: Record<string, string> }[] {
  if (mark.type !== 'link') return [{ type: String(mark.type) }];
  const href = linkAddress(looseAttribute(mark, 'href'));
  return href === undefined ? [] : [{ type: 'link', attrs: { href, rel: linkRel } }];
}

/** A name without a person behind it is only a name. */
function mention(node: Loose): TextDocument[] {
  const [id, label] = [looseAttribute(node, 'id'), looseAttribute(node, 'label')];
  const name =
    typeof label === 'string' ? visible(label).replace(/\s+/g, ' ').trim().slice(0, longestLabel) : '';
  if (name === '') return [];
  const isPerson = typeof id === 'string' && uuid.test(id);
  return isPerson ? [{ type: 'mention', attrs: { id, label: name } }] : [{ type: 'text', text: `@${name}` }];
}

function sameMarks(one: TextDocument, other: TextDocument): boolean {
  return JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);
}
