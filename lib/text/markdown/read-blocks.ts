// Finds the blocks in lines of Markdown: headings, lists, quotes, tables, code; everything else is a paragraph.
import type { Loose } from '../loose-node';
import { readInline } from './read-inline';
import { readList, startsItem } from './read-list';
import { readTable, startsTable } from './read-table';

/** Lists and quotes one in another; what is deeper is a paragraph. */
const deepest = 10;

const fence = /^ {0,3}(`{3,}|~{3,})[^`]{0,100}$/;
const heading = /^ {0,3}(#{1,6})(?: |$)/;
const rule = /^ {0,3}(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})$/;
const quote = /^ {0,3}> ?/;

type Found = { nodes: Loose[]; next: number };

/** @returns loose nodes; every line is looked at once a level */
export function readBlocks(lines: readonly string[], depth = 0): Loose[] {
  const found: Loose[] = [];
  for (let at = 0; at < lines.length; ) {
    const { nodes, next } = readBlock(lines, at, depth);
    for (const node of nodes) found.push(node);
    at = next;
  }
  return found;
}

function readBlock(lines: readonly string[], at: number, depth: number): Found {
  const line = lines[at] ?? '';
  if (line.trim() === '' || rule.test(line)) return { nodes: [], next: at + 1 };
  const signs = heading.exec(line);
  if (signs) return { nodes: [headingNode(line, signs)], next: at + 1 };
  if (fence.test(line)) return readCode(lines, at);
  if (startsTable(line, lines[at + 1])) return readTable(lines, at);
  if (depth < deepest && quote.test(line)) return readQuote(lines, at, depth);
  if (depth < deepest && startsItem(line))
    return readList(lines, at, (inner) => readBlocks(inner, depth + 1));
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

function readQuote(lines: readonly string[], at: number, depth: number): Found {
  const next = endOf(lines, at, (line) => quote.test(line));
  const inner = lines.slice(at, next).map((line) => line.replace(quote, ''));
  return { nodes: [{ type: 'blockquote', content: readBlocks(inner, depth + 1) }], next };
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
