// Writes a document as Markdown that reads back as the same document: what the textarea shows where no editor runs.
import { widestTable } from './markdown/read-table';
import { longestTicks, writeInline } from './markdown/write-inline';
import type { TextDocument } from './schema';

/**
 * Own signs in the words are escaped. Markdown cannot say everything: a cell holds one line (its paragraphs and items
 * are parted by `<br>`), spans become empty cells, only the first row is a head, and empty paragraphs are gone.
 * @param document one that keeps to the schema
 */
export function documentToMarkdown(document: TextDocument): string {
  return blocks(document.content ?? []);
}

function blocks(nodes: readonly TextDocument[]): string {
  let alternate = false;
  const parts = nodes.map((node, index) => {
    alternate = node.type === nodes[index - 1]?.type && !alternate;
    return block(node, alternate);
  });
  return parts.filter((part) => part !== '').join('\n\n');
}

/** @param alternate a list right after one of its kind takes the other sign, or they would become one */
function block(node: TextDocument, alternate: boolean): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(node.attrs?.level ?? 3)} ${writeInline(node.content, ' ')}`;
    case 'blockquote':
      return indented(blocks(node.content ?? []), '> ', '> ');
    case 'bulletList':
      return items(node, () => (alternate ? '* ' : '- '));
    case 'orderedList':
      return items(node, (index) => `${Number(node.attrs?.start ?? 1) + index}${alternate ? ')' : '.'} `);
    case 'codeBlock':
      return fenced(node.content?.[0]?.text ?? '');
    case 'image':
      return writeInline([node], '\n');
    case 'table':
      return table(node);
    default:
      return writeInline(node.content, '\n');
  }
}

function items(list: TextDocument, sign: (index: number) => string): string {
  return (list.content ?? [])
    .map((item, index) => indented(blocks(item.content ?? []), sign(index), ' '.repeat(sign(index).length)))
    .join('\n');
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join('\n');
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(2, longestTicks(text)) + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** Rows are filled up to the widest, but not beyond what reads back as a table. */
function table(node: TextDocument): string {
  const rows = (node.content ?? []).map((row) => (row.content ?? []).flatMap(cell));
  const width = Math.min(
    widestTable,
    rows.reduce((most, cells) => Math.max(most, cells.length), 0),
  );
  const hasHead = node.content?.[0]?.content?.every(({ type }) => type === 'tableHeader');
  const [head = [], ...rest] = hasHead ? rows : [[], ...rows];
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: Math.max(width, cells.length) }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
}

function cell(node: TextDocument): string[] {
  const words = leaves(node).map((leaf) => writeInline(leaf, '<br>').replaceAll('|', '\\|'));
  const spanned = Array.from({ length: (node.attrs?.colspan ?? 1) - 1 }, () => '');
  return [words.filter((line) => line !== '').join('<br>'), ...spanned];
}

/** The lines of everything inside a cell. */
function leaves(node: TextDocument): TextDocument[][] {
  if (node.type === 'image') return [[node]];
  if (node.type === 'codeBlock') {
    return (node.content?.[0]?.text ?? '').split('\n').map((text) => [{ type: 'text', text }]);
  }
  const isLine = node.type === 'paragraph' || node.type === 'heading';
  return isLine ? [node.content ?? []] : (node.content ?? []).flatMap(leaves);
}
