// Reads a table in Markdown: a row of heads, a row of lines, and rows as long as there are bars.
import type { Loose } from '../loose-node';
import { readInline } from './read-inline';

/** What all tables of one text may still hold. */
export type CellsLeft = { left: number };

/** Nobody reads a wider table: its lines are words. */
export const widestTable = 200;

/** Whether a table begins at a line, by the line below it. */
export function startsTable(line: string, below: string | undefined): boolean {
  if (below === undefined || !line.includes('|') || !below.includes('|')) return false;
  return isRule(below) && cellsOf(line).length <= widestTable;
}

/** Bars and dashes, as between the head of a table and its rows. */
export function isRule(line: string): boolean {
  return line.includes('-') && /^[ |:-]+$/.test(line);
}

/**
 * A head without words is no head: Markdown knows no table without one. Rows are made as wide as the head, so cells are
 * counted: a bar costs one character, and the rows where they run out are words.
 */
export function readTable(
  lines: readonly string[],
  at: number,
  cells: CellsLeft,
): { nodes: Loose[]; next: number } {
  const head = cellsOf(lines[at] ?? '');
  const content = head.some((cell) => cell !== '') ? [row(head, 'tableHeader', head.length)] : [];
  cells.left -= head.length;
  let next = at + 2;
  for (; next < lines.length && lines[next]?.includes('|') && cells.left > 0; next++) {
    const written = cellsOf(lines[next] ?? '');
    content.push(row(written, 'tableCell', head.length));
    cells.left -= Math.max(written.length, head.length);
  }
  return { nodes: [{ type: 'table', content }], next };
}

function row(cells: readonly string[], type: string, width: number): Loose {
  const padded = [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')];
  return { type: 'tableRow', content: padded.map((words) => ({ type, content: cell(words) })) };
}

/** In a cell, which is one line, `<br>` is the sign for a line break; no other HTML is one. */
function cell(words: string): Loose[] {
  return [{ type: 'paragraph', content: readInline(words.replace(/ ?<br ?\/?> ?/gi, '\n')) }];
}

function cellsOf(line: string): string[] {
  const cells = [''];
  const inner = line.trim().replace(/^\|/, '');
  for (const [part] of inner.matchAll(/\\\||\||[^|\\]+|\\/g)) {
    if (part === '|') cells.push('');
    else cells.push(`${cells.pop()}${part === '\\|' ? '|' : part}`);
  }
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((words) => words.trim());
}
