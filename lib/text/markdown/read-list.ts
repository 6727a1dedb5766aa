// Reads a list in Markdown: its items, and what is indented under each of them.
import type { Loose } from '../loose-node';

const item = /^( {0,3})([-*+]|\d{1,5}[.)])( {1,4}(?! )|(?= {5})|$)/;
const deeper = /^ {2,}(?:[-*+]|\d{1,5}[.)])(?: |$)/;

type Item = { lines: string[]; indent: number };

/** Whether an item of a list begins here. */
export function startsItem(line: string): boolean {
  return item.test(line);
}

/**
 * Another sign (`*` after `-`, `)` after `.`) begins another list. Two blanks are enough to stand under an item.
 * @param read the lines inside one item, their indent taken off
 */
export function readList(
  lines: readonly string[],
  at: number,
  read: (lines: string[]) => Loose[],
): { nodes: Loose[]; next: number } {
  const [, , first = ''] = item.exec(lines[at] ?? '') ?? [];
  const items: Item[] = [];
  let next = at;
  let afterBlank = false;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? '';
    const current = items.at(-1);
    const isInside = current !== undefined && belongs(line, current, afterBlank);
    const begins = isInside ? null : item.exec(line);
    if (!isInside && (begins === null || signOf(begins[2] ?? '') !== signOf(first))) break;
    if (begins) items.push({ lines: [line.slice(begins[0].length)], indent: begins[0].length });
    else current?.lines.push(line.replace(new RegExp(`^ {0,${current.indent}}`), ''));
    afterBlank = line.trim() === '';
  }
  const content = items.map((each) => ({ type: 'listItem', content: read(each.lines) }));
  return { nodes: [{ ...kindOf(first), content }], next };
}

/** An empty line may be followed by more of the item; right below its words a line belongs to it without indent too. */
function belongs(line: string, current: Item, afterBlank: boolean): boolean {
  if (line.trim() === '') return true;
  if (line.startsWith(' '.repeat(Math.max(2, current.indent))) || deeper.test(line)) return true;
  return !afterBlank && !item.test(line) && !/^ {0,3}(?:>|#{1,6} |```|~~~)/.test(line);
}

/** `-`, `*`, `+`, `.` or `)`. */
function signOf(sign: string): string {
  return sign.slice(-1);
}

function kindOf(sign: string): Loose {
  if (sign.length === 1) return { type: 'bulletList' };
  return { type: 'orderedList', attrs: { start: Number.parseInt(sign, 10) } };
}
