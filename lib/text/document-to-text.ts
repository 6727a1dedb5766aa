// The words of a document without their dress: what search, previews and plain mails read.
import type { TextDocument } from './schema';

const blockTypes = new Set([
  'paragraph',
  'heading',
  'listItem',
  'blockquote',
  'codeBlock',
  'bulletList',
  'orderedList',
  'image',
  'table',
]);

/**
 * Paragraphs are parted by an empty line, list items begin with `- ` or their number, quoted lines with `> `,
 * cells of a row are parted by ` | `, an image is its alternative text in square brackets.
 */
export function documentToText(document: TextDocument): string {
  return blocksOf(document).join('\n\n');
}

function blocksOf(node: TextDocument): string[] {
  return (node.content ?? []).map(blockText).filter((text) => text !== '');
}

function blockText(node: TextDocument): string {
  switch (node.type) {
    case 'blockquote':
      return prefixed(blocksOf(node).join('\n\n'), '> ', '> ');
    case 'bulletList':
      return items(node, () => '- ');
    case 'orderedList':
      return items(node, (index) => `${Number(node.attrs?.start ?? 1) + index}. `);
    case 'table':
      return (node.content ?? []).map(row).join('\n');
    case 'image':
      return node.attrs?.alt ? `[${node.attrs.alt}]` : '';
    default:
      return hasBlocks(node) ? blocksOf(node).join('\n\n') : inlineText(node);
  }
}

function items(list: TextDocument, sign: (index: number) => string): string {
  return (list.content ?? [])
    .map((item, index) => prefixed(blocksOf(item).join('\n'), sign(index), ' '.repeat(sign(index).length)))
    .join('\n');
}

function row(node: TextDocument): string {
  const cells = (node.content ?? []).map((cell) => blocksOf(cell).join(' ').replaceAll('\n', ' '));
  return cells.join(' | ').trimEnd();
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join('\n');
}

function hasBlocks(node: TextDocument): boolean {
  return (node.content ?? []).some((child) => blockTypes.has(child.type ?? ''));
}

function inlineText(node: TextDocument): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention') return `@${node.attrs?.label ?? ''}`;
  return node.text ?? (node.content ?? []).map(inlineText).join('');
}
