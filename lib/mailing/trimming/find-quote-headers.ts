// Finds where mail programs begin to repeat messages: the lines that announce each, on lines not themselves quoted.
import { findHeaderBlock } from './find-header-block';
import { isDeviceLine } from './is-device-line';
import { matchAttribution } from './match-attribution';
import { matchSeparator } from './match-separator';
import { isQuoted, isRuler, longestLine, nextFilled, type QuoteHeader, type Sign } from './model';
import { readField } from './read-field';

const groupwise = /^>>>\s{0,20}[^>\s].{2,200}\d{1,2}[:.]\d{2}.{0,20}$/;
const enclosed = />>>\s*$/;
const address = /[\w.+-]@[\w-]{1,80}\.\w/;

/**
 * @param signs what the elements of a mail in HTML say of its lines
 * @returns in their order; the first block is the last, for all below it belongs to the other message
 */
export function findQuoteHeaders(lines: readonly string[], signs: readonly Sign[] = []): QuoteHeader[] {
  const headers: QuoteHeader[] = [];
  const signAt = new Map(signs.map((sign) => [sign.start, sign]));
  let hasOwn = false;
  for (let index = 0; index < lines.length; index++) {
    const header = headerAt(lines, index, signAt.get(index));
    if (!header) {
      hasOwn ||= isOwn(lines[index] ?? '');
      continue;
    }
    const isAnswered =
      header.kind === 'block' && !hasOwn && !header.forwarded && quoteFollows(lines, header.end);
    headers.push(isAnswered ? { ...header, kind: 'attribution' } : header);
    if (header.kind === 'block' && !isAnswered) break;
    index = Math.max(index, header.end - 1);
  }
  return headers;
}

function isOwn(line: string): boolean {
  return line.trim() !== '' && !isQuoted(line) && !isRuler(line) && !isDeviceLine(line);
}

function quoteFollows(lines: readonly string[], from: number): boolean {
  return isQuoted(lines[nextFilled(lines, from)]);
}

function headerAt(lines: readonly string[], index: number, sign: Sign | undefined): QuoteHeader | null {
  const line = lines[index] ?? '';
  const signed = sign && headerOfSign(lines, index, sign);
  if (signed) return signed;
  if (line.trim() === '' || line.length > longestLine * 3) return null;
  return (
    separated(lines, index) ?? ruled(lines, index) ?? groupwiseAt(lines, index) ?? attributionAt(lines, index)
  );
}

function block(start: number, end: number, forwarded = false): QuoteHeader {
  return { start, end, kind: 'block', forwarded, weak: false };
}

function attributionAt(lines: readonly string[], start: number): QuoteHeader | null {
  const found = matchAttribution(lines, start);
  return found && { start, ...found, kind: 'attribution', forwarded: false };
}

function headerOfSign(lines: readonly string[], index: number, sign: Sign): QuoteHeader | null {
  if (sign.kind === 'signature') return null;
  const filled = nextFilled(lines, index);
  const next = isRuler(lines[filled]) ? nextFilled(lines, filled + 1) : filled;
  const separator = separated(lines, next);
  if (sign.kind === 'said' && !separator?.forwarded) {
    return { start: index, end: sign.end, kind: 'attribution', forwarded: false, weak: false };
  }
  if (separator) return { ...separator, start: index };
  const end = findHeaderBlock(lines, next, { announced: true });
  if (end !== null) return block(index, end);
  return sign.kind === 'cut' && next < lines.length ? block(index, next) : null;
}

/** Under a separator comes a block of fields, an attribution with quoted lines, or the message at once. */
function separated(lines: readonly string[], index: number): QuoteHeader | null {
  const separator = matchSeparator(lines, index) ?? undressedSeparator(lines, index);
  if (!separator) return null;
  const { kind, end } = separator;
  if (kind === 'marker') return block(index, end);
  const next = nextFilled(lines, end);
  const said = kind === 'original' ? attributionAt(lines, next) : null;
  if (said && quoteFollows(lines, said.end)) return { ...said, start: index };
  return block(index, findHeaderBlock(lines, next, { announced: true }) ?? end, kind === 'forward');
}

/** "Messaggio originale" without strokes is one when fields follow. */
function undressedSeparator(lines: readonly string[], index: number) {
  const line = lines[index] ?? '';
  if (line.length > 60 || readField(lines[nextFilled(lines, index + 1)])?.role !== 'from') return null;
  return matchSeparator([`-- ${line} --`], 0) && { kind: 'original' as const, end: index + 1 };
}

function ruled(lines: readonly string[], index: number): QuoteHeader | null {
  const start = isRuler(lines[index]) ? nextFilled(lines, index + 1) : index;
  const end = findHeaderBlock(lines, start, { announced: false });
  return end === null ? null : block(index, end);
}

/** ">>> Mario Rossi <…> 03/03/2025 10:15 >>>" looks like a line quoted three times, and is none. */
function groupwiseAt(lines: readonly string[], index: number): QuoteHeader | null {
  const line = lines[index] ?? '';
  if (line.length > longestLine || !groupwise.test(line)) return null;
  const isAlone = !isQuoted(lines[index - 1]) && !isQuoted(lines[nextFilled(lines, index + 1)]);
  return enclosed.test(line) || (isAlone && address.test(line)) ? block(index, index + 1) : null;
}
