// Finds the blocks in lines of Markdown: headings, lists, quotes, tables, code; everything else is a paragraph.
import type { Loose } from '../loose-node';
import { readInline } from './read-inline';
import { readList, startsItem } from './read-list';
import { type CellsLeft, readTable, startsTable } from './read-table';

/** Lists and quotes one in another; what is deeper is a paragraph. */
const deepest = 10;
/** Cells of all tables of a text: a document of more has more nodes than one reads. */
const mostCells = 10_000;

const fence = /^ {0,3}(`{3,}|~{3,})[^`]{0,100}$/;
const heading = /^ {0,3}(#{1,6})(?: |$)/;
const rule = /^ {0,3}(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})$/;
const quote = /^ {0,3}> ?/;

type Found = { nodes: Loose[]; next: number };

type Place = { depth: number; cells: CellsLeft };

/** @returns loose nodes; every line is looked at once a level */
export function readBlocks(
  lines: readonly string[],
  place: Place = { depth: 0, cells: { left: mostCells } },
): Loose[] {
  const found: Loose[] = [];
  for (let at = 0; at < lines.length; ) {
    const { nodes, next } = readBlock(lines, at, place);
    for (const node of nodes) found.push(node);
    at = next;
  }
  return found;
}

function readBlock(lines: readonly string[], at: number, place: Place): Found {
  const { depth, cells } = place;
  const inside = (inner: string[]) => readBlocks(inner, { depth: depth + 1, cells });
  const line = lines[at] ?? '';
  if (line.trim() === '' || rule.test(line)) return { nodes: [], next: at + 1 };
  const signs = heading.exec(line);
  if (signs) return { nodes: [headingNode(line, signs)], next: at + 1 };
  if (fence.test(line)) return readCode(lines, at);
  if (cells.left > 0 && startsTable(line, lines[at + 1])) return readTable(lines, at, cells);
  if (depth < deepest && quote.test(line)) return readQuote(lines, at, inside);
  if (depth < deepest && startsItem(line)) return readList(lines, at, inside);
  return readParagraph(lines, at);
}

function headingNode(line: string, signs: RegExpExecArray): Loose {
  const words = line.slice(signs[0].length).trim();
  const level = (signs[1] ?? '').length;
  return {
    type: 'heading',
    attrs: { level },
    content: readInline(words.replace(/(?<=^| )#{1,6}$/, '').trim()),
  };
}

function readCode(lines: readonly string[], at: number): Found {
  const [, signs = ''] = fence.exec(lines[at] ?? '') ?? [];
  const isEnd = (line: string) => line.trim().startsWith(signs) && /^[`~]+$/.test(line.trim());
  let end = at + 1;
  while (end < lines.length && !isEnd(lines[end] ?? '')) end += 1;
  const text = lines.slice(at + 1, end).join('\n');
  return { nodes: [{ type: 'codeBlock', content: [{ type: 'text', text }] }], next: end + 1 };
}

function readQuote(lines: readonly string[], at: number, read: (inner: string[]) => Loose[]): Found {
  const next = endOf(lines, at, (line) => quote.test(line));
  const inner = lines.slice(at, next).map((line) => line.replace(quote, ''));
  return { nodes: [{ type: 'blockquote', content: read(inner) }], next };
}

/** A paragraph ends at an empty line, or where another block visibly begins; a number other than 1 begins none. */
function readParagraph(lines: readonly string[], at: number): Found {
  let next = at + 1;
  while (next < lines.length && !interrupts(lines[next] ?? '', lines[next + 1])) next += 1;
  const text = lines
    .slice(at, next)
    .map((line) => line.trim().replace(/(?<!\\)((?:\\\\)*)\\$/, '$1'))
    .join('\n');
  return { nodes: [{ type: 'paragraph', content: readInline(text) }], next };
}

function interrupts(line: string, following: string | undefined): boolean {
  if (line.trim() === '' || rule.test(line) || heading.test(line) || fence.test(line) || quote.test(line))
    return true;
  const [, number] = /^ {0,3}(\d+)[.)]/.exec(line) ?? [];
  const isItem = startsItem(line) && line.trim().length > 1 && (number === undefined || number === '1');
  return isItem || startsTable(line, following);
}

function endOf(lines: readonly string[], at: number, belongs: (line: string) => boolean): number {
  let next = at + 1;
  while (next < lines.length && belongs(lines[next] ?? '')) next += 1;
  return next;
}
