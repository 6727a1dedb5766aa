// Keeps a pasted table as rows and cells; one that only served to place things on a page gives way to what it holds.
import type { Loose } from '../loose-node';
import type { Element } from './html-tree';
import { isUnwanted, styleOf } from './office-style';

const parts = new Set(['thead', 'tbody', 'tfoot']);

type Row = { cells: Element[]; isHead: boolean };

/** @param read what a cell holds, as nodes */
export function pastedTable(table: Element, read: (cell: Element) => Loose[]): Loose[] {
  const rows = withoutEmptyEnd(rowsOf(table, false).filter(({ cells }) => cells.length > 0));
  const above = elements(table).filter(({ name }) => name === 'caption');
  const caption = above.map((each) => ({ type: 'paragraph', content: read(each) }));
  const isLayout =
    table.attributes.role === 'presentation' || rows.some(({ cells }) => cells.some(holdsTable));
  if (isLayout)
    return [...caption, ...rows.flatMap(({ cells }) => cells.map((cell) => paragraph(read(cell))))];
  const content = rows.map((row, index) => ({
    type: 'tableRow',
    content: row.cells.map((cell) => cellNode(cell, row.isHead || (index === 0 && isBoldRow(row)), read)),
  }));
  return content.length > 0 ? [...caption, { type: 'table', content }] : caption;
}

function holdsTable(cell: Element): boolean {
  return elements(cell).some((child) => child.name === 'table' || holdsTable(child));
}

function paragraph(content: Loose[]): Loose {
  return { type: 'paragraph', content };
}

function cellNode(cell: Element, isHead: boolean, read: (cell: Element) => Loose[]): Loose {
  return {
    type: isHead || cell.name === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: Number(cell.attributes.colspan), rowspan: Number(cell.attributes.rowspan) },
    content: read({ ...cell, attributes: {} }),
  };
}

function rowsOf(table: Element, isHead: boolean): Row[] {
  return elements(table).flatMap((child) => {
    if (parts.has(child.name)) return rowsOf(child, child.name === 'thead');
    if (child.name !== 'tr') return [];
    return [{ cells: elements(child).filter(({ name }) => name === 'td' || name === 'th'), isHead }];
  });
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child): child is Element => typeof child !== 'string' && !isUnwanted(child));
}

/** Excel copies the empty rows of a selection too. */
function withoutEmptyEnd(rows: readonly Row[]): Row[] {
  const last = rows.findLastIndex(({ cells }) => cells.some((cell) => hasWords(cell)));
  return rows.slice(0, last + 1);
}

/** A first row in bold is a head that nobody marked as such. */
function isBoldRow({ cells }: Row): boolean {
  return cells.some(hasWords) && cells.every((cell) => !hasWords(cell) || isBold(cell));
}

function isBold(element: Element): boolean {
  if (element.name === 'b' || element.name === 'strong') return true;
  if (/(?:^|;)font-weight:(?:bold|[6-9]00)/.test(styleOf(element))) return true;
  const full = element.children.filter((child) =>
    typeof child === 'string' ? child.trim() : hasWords(child),
  );
  return full.length > 0 && full.every((child) => typeof child !== 'string' && isBold(child));
}

function hasWords(element: Element): boolean {
  if (element.name === 'img') return true;
  return element.children.some((child) =>
    typeof child === 'string' ? child.trim() !== '' : hasWords(child),
  );
}
