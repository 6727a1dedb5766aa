// Parts the lines of a text, plain or out of HTML, and puts the own and the others' together again: nothing is lost (MAIL.md E42, E43).
import { cutAtLine } from '@/lib/text/cut-at-line';
import { longestText, type Part, type TrimmedReply } from './model';
import { readSigns } from './read-signs';
import { sortLines } from './sort-lines';
import { unifyQuotes } from './unify-quotes';

const invisibleStart = /^[\ufeff\u200b\u200e\u200f\u202a-\u202e\u00ad]+/;

export type PartOptions = {
  /** The subject says that a message is passed on: it stays, as a quote (E45). */
  forwarded: boolean;
  /** The text carries the signs of a mail in HTML. */
  signed: boolean;
};

/** Where nothing would be left, the whole is shown as far as it is looked at (E43). */
export function partText(text: string, { forwarded, signed }: PartOptions): TrimmedReply {
  const whole = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').trim();
  const [beginning, beyond] = cutAtLine(whole, longestText);
  const raw = beginning.split('\n').map((line) => line.replace(invisibleStart, ''));
  const { lines, signs } = signed ? readSigns(raw) : { lines: raw, signs: [] };
  const unified = unifyQuotes(lines);
  const parts = sortLines(unified, forwarded, signs);
  const own = ownOf(unified, parts);
  if (own === '') return { text: tidy(lines.join('\n')), quoted: beyond.trim() };
  return { text: own, quoted: `${tidy(restOf(unified, parts))}${beyond}`.trim() };
}

/** Some people write inside what their program takes for the signature: then that is what they said. */
function ownOf(lines: readonly string[], parts: Part[]): string {
  const own = join(lines, parts);
  if (own !== '' || !parts.includes('signature')) return own;
  for (const [index, part] of parts.entries()) if (part === 'signature') parts[index] = 'own';
  return join(lines, parts);
}

function join(lines: readonly string[], parts: readonly Part[]): string {
  const isEmpty = (index: number) => parts[index] === 'passed-on' && (lines[index] ?? '').trim() === '';
  const kept = lines.map((line, index) =>
    isEmpty(index) && isEmpty(index - 1) ? null : shown(line, parts[index]),
  );
  return tidy(kept.filter((line) => line !== null).join('\n'));
}

function shown(line: string, part: Part | undefined): string {
  if (part === 'passed-on') return `> ${line}`;
  return part === 'own' ? line : '';
}

/** Pieces that did not stand together are parted by an empty line. */
function restOf(lines: readonly string[], parts: readonly Part[]): string {
  const rest: string[] = [];
  const isRest = (index: number) => parts[index] === 'rest' || parts[index] === 'signature';
  for (const [index, line] of lines.entries()) {
    if (!isRest(index)) continue;
    if (index > 0 && !isRest(index - 1)) rest.push('');
    rest.push(line);
  }
  return rest.join('\n');
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
