// Reads ISTAT's list of Italian communes (Elenco dei comuni italiani, CSV): the codes the base does not have.
import { Refusal } from '@/lib/core/refusal';
import type { RegistryRow } from './model';

/** Which column is meant, however the year's file calls it. */
const columns = {
  istatCode: /^codice comune formato alfanumerico/,
  name: /^(denominazione in italiano|denominazione$)/,
  province: /^sigla automobilistica/,
  belfioreCode: /^codice catastale/,
} as const;
type Column = keyof typeof columns;

export type ReadRegistry = { rows: RegistryRow[]; faults: { line: number; text: string }[] };

/**
 * Bytes as ISTAT publishes them: UTF-8 with or without a mark, else Windows-1252; fields apart by `;`, headers that run over
 * several lines in quotes. A line that is no commune is reported and left out.
 * @param asOf ISO day on which the list holds @throws Refusal `invalid` (`registry-unreadable`) for another file
 */
export function readIstat(bytes: Uint8Array, asOf: string): ReadRegistry {
  const lines = splitLines(decode(bytes));
  const heads = (lines[0]?.cells ?? []).map((cell) => cell.replace(/\s+/g, ' ').trim().toLowerCase());
  const found = (Object.keys(columns) as Column[]).map(
    (column) => [column, heads.findIndex((head) => columns[column].test(head))] as const,
  );
  if (found.some(([, index]) => index === -1)) throw new Refusal('invalid', 'registry-unreadable');
  const at = Object.fromEntries(found) as Record<Column, number>;
  const rows: RegistryRow[] = [];
  const faults: ReadRegistry['faults'] = [];
  for (const { cells, line } of lines.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const value = (column: Column) => (cells[at[column]] ?? '').trim();
    const row = {
      istatCode: value('istatCode').padStart(6, '0'),
      name: value('name'),
      province: value('province'),
    };
    const belfioreCode = value('belfioreCode').toUpperCase();
    const isCommune =
      /^\d{6}$/.test(row.istatCode) &&
      row.name !== '' &&
      /^[A-Z]{2}$/.test(row.province) &&
      /^[A-Z]\d{3}$/.test(belfioreCode);
    if (isCommune) rows.push({ ...row, belfioreCode, startedOn: asOf, endedOn: null });
    else faults.push({ line, text: cells.join(';').slice(0, 80) });
  }
  return { rows, faults };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

type Line = { cells: string[]; line: number };

/** RFC 4180 with `;`. */
function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let [cells, cell, quoted, line, begun]: [string[], string, boolean, number, number] = [[], '', false, 1, 1];
  const endLine = () => {
    lines.push({ cells: [...cells, cell], line: begun });
    [cells, cell, begun] = [[], '', line + 1];
  };
  for (const letter of text.replace(/\r\n?/g, '\n')) {
    if (letter === '"') quoted = !quoted;
    else if (letter === ';' && !quoted) [cells, cell] = [[...cells, cell], ''];
    else if (letter === '\n' && !quoted) endLine();
    else cell += letter;
    if (letter === '\n') line += 1;
  }
  if (cell !== '' || cells.length > 0) endLine();
  return lines;
}
