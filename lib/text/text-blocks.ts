// Walks the lines of a document with their places in the editor, where every sign counts one.
import type { TextDocument } from './schema';

/** One paragraph, heading or code: `text` has one character for each position, a person or a break included. */
export type TextBlock = { node: TextDocument; text: string; from: number };

/** What stands for a person in a line: no letter, no digit. */
const atom = '\ufffc';

/** @returns all lines in order; `from` is the ProseMirror position before the first character */
export function textBlocks(document: TextDocument): TextBlock[] {
  const found: TextBlock[] = [];
  walk(document, 0, found);
  return found;
}

/** @returns the position after the node */
function walk(node: TextDocument, from: number, found: TextBlock[]): number {
  const children = node.content ?? [];
  if (children.some(isInline)) {
    const text = children.map((child) => child.text ?? (child.type === 'hardBreak' ? '\n' : atom)).join('');
    found.push({ node, text, from });
    return from + text.length + 1;
  }
  let at = from;
  for (const child of children) at = child.type === 'image' ? at + 1 : walk(child, at + 1, found);
  return at + 1;
}

/** Words, a break or a person: what stands in a line. */
export function isInline({ type }: TextDocument): boolean {
  return type === 'text' || type === 'hardBreak' || type === 'mention';
}
