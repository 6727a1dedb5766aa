// Reads a table in Markdown: a row of heads, a row of lines, and rows as long as there are bars.
import type { Loose } from '../loose-node';
import { readInline } from './read-inline';

/** Whether a table begins at a line, by the line below it. */
export function startsTable(line: string, below: string | undefined): boolean {
  return below !== undefined && line.includes('|') && below.includes('|') && /^[ |:]*-[ |:-]*$/.test(below);
}

/** A head without words is no head: Markdown knows no table without one. */
export function readTable(lines: readonly string[], at: number): { nodes: Loose[]; next: number } {
  let next = at + 2;
  while (next < lines.length && lines[next]?.includes('|')) next += 1;
  const head = cellsOf(lines[at] ?? '');
  const rows = lines.slice(at + 2, next).map((line) => row(cellsOf(line), 'tableCell', head.length));
  const heads = head.some((cell) => cell !== '') ? [row(head, 'tableHeader', head.length)] : [];
  return { nodes: [{ type: 'table', content: [...heads, ...rows] }], next };
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
