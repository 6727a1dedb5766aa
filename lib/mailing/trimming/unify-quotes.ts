// Gives every way of quoting the one sign, ">", by which all later steps know it: "MR> …", "| …", " > …", "&gt; …".
import { filledEnd, isQuoted, longestLine } from './model';

const indented = /^[ \t]{1,3}(?=>)/;
const escaped = /^(?:&gt;\s?)+/;
const initials = /^[ \t]{0,3}([A-Z][A-Za-z]{0,3})>(?=\s|$|>)/;
const bar = /^[ \t]{0,2}[|│]\s(?!.*[|│])/;
const opensEnclosed = /^>>> ?([^>\d].{0,80}[^>\s]) ?>>>$/;
const mostEnclosed = 400;
const announced = /(?:writes|wrote|said|ha scritto|scrive|schrieb)\s?:\s*$/i;
const longestLeftOver = 40;
const shortestFull = 60;

/** Initials and strokes count where the line beside has them too; one alone is a person's own way of writing. */
export function unifyQuotes(lines: readonly string[]): string[] {
  const plain = lines.map((line) => line.replace(indented, '').replace(escaped, unescaped));
  const signed = plain.map((line, index) => {
    if (initials.test(line) && (hasNeighbour(plain, index, initials) || isAnnounced(plain, index)))
      return line.replace(initials, '>');
    return bar.test(line) && hasNeighbour(plain, index, bar) ? line.replace(/^[ \t]*[|│]/, '>') : line;
  });
  return encloseQuotes(rejoinQuotes(signed));
}

function isAnnounced(lines: readonly string[], index: number): boolean {
  const above = (lines[filledEnd(lines, index) - 1] ?? '').slice(-40);
  return announced.test(above);
}

/** Some programs wrap quoted lines and quote only their beginnings: "> a long line that" – "ends here" – "> next". */
function rejoinQuotes(lines: readonly string[]): string[] {
  return lines.map((line, index) => {
    const before = lines[index - 1] ?? '';
    const isLeftOver = line.length <= longestLeftOver && /^[\p{Ll}\d]/u.test(line);
    if (!isLeftOver || !isQuoted(before) || !isQuoted(lines[index + 1])) return line;
    return before.length >= shortestFull && !/[.?!:;]\s*$/.test(before.slice(-20)) ? `> ${line}` : line;
  });
}

function unescaped(signs: string): string {
  return `${signs.replaceAll('&gt;', '>').replaceAll(' ', '')} `;
}

function hasNeighbour(lines: readonly string[], index: number, pattern: RegExp): boolean {
  const [own, ...others] = [index, index - 1, index + 1].map(
    (each) => pattern.exec((lines[each] ?? '').slice(0, longestLine))?.[1] ?? null,
  );
  const before = pattern.test(lines[index - 1] ?? '');
  const after = pattern.test(lines[index + 1] ?? '');
  return (before && others[0] === own) || (after && others[1] === own);
}

/** ">>> Name >>>" … "<<< Name <<<" encloses what is quoted between. */
function encloseQuotes(lines: string[]): string[] {
  const out = [...lines];
  for (let index = 0; index < out.length; index++) {
    const name = opensEnclosed.exec((out[index] ?? '').slice(0, longestLine))?.[1];
    const end = name === undefined ? -1 : closingOf(out, index, name);
    if (end < 0) continue;
    for (let inside = index + 1; inside <= end; inside++) out[inside] = `> ${out[inside]}`;
    index = end;
  }
  return out;
}

function closingOf(lines: readonly string[], start: number, name: string): number {
  const closing = [`<<< ${name} <<<`, `<<<${name}<<<`];
  for (let index = start + 1; index < Math.min(lines.length, start + mostEnclosed); index++) {
    if (closing.includes((lines[index] ?? '').trim())) return index;
  }
  return -1;
}
