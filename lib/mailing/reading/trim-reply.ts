// Parts the words of a mail's writer from what the mail repeats or appends. Nothing is lost: the rest is shown folded (MAIL.md E40–E46, E49).
import { cutAtLine } from '@/lib/text/cut-at-line';
import { findQuoteHeader, type QuoteHeader } from './find-quote-header';
import { findTail } from './find-tail';

export type TrimmedReply = {
  /** What the writer wrote; in a reply between the lines, with the lines answered. */
  text: string;
  /** Everything else, in its order; empty when there is nothing. */
  quoted: string;
};

/** Characters looked at; the rest is quoted as it stands (E46). */
const longest = 64_000;
const invisibleStart = /^[\ufeff\u200b\u200e\u00ad]+/;

/** What becomes of a line: own words, other words, or other words passed on, which stay as a quote. */
type Part = 'own' | 'rest' | 'passed-on';

/**
 * @param text plain text of a mail
 * @param forwarded its subject says that it passes a message on: then that message stays, as a quote (E45)
 */
export function trimReply(text: string, { forwarded = false } = {}): TrimmedReply {
  const whole = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
  const [beginning, beyond] = cutAtLine(whole, longest);
  const lines = beginning.split('\n').map((line) => line.replace(invisibleStart, ''));
  const parts = sortLines(lines, forwarded);
  const trimmed = lines.map((line, index) => shown(line, parts[index])).join('\n');
  const own = trimmed.replace(/\n{3,}/g, '\n\n').trim();
  if (own === '') return { text: beginning.trim(), quoted: beyond.trim() };
  const quoted = restOf(lines, parts) + beyond;
  return { text: own, quoted: quoted.replace(/\n{3,}/g, '\n\n').trim() };
}

/** Pieces that did not stand together are parted by an empty line. */
function restOf(lines: readonly string[], parts: readonly Part[]): string {
  const rest: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (parts[index] !== 'rest') continue;
    if (index > 0 && parts[index - 1] !== 'rest') rest.push('');
    rest.push(line);
  }
  return rest.join('\n');
}

function shown(line: string, part: Part | undefined): string {
  if (part === 'passed-on') return `> ${line}`;
  return part === 'own' ? line : '';
}

function sortLines(lines: readonly string[], forwarded: boolean): Part[] {
  const parts = lines.map((): Part => 'own');
  const header = findQuoteHeader(lines);
  if (header?.kind === 'block') sortBlock(lines, parts, header, forwarded);
  else sortQuotes(lines, parts, header);
  foldTail(lines, parts);
  return parts;
}

/** Below a block everything is the other message. Without own words above it, the mail is only that message. */
function sortBlock(lines: readonly string[], parts: Part[], header: QuoteHeader, forwarded: boolean): void {
  const passedOn = header.forwarded || forwarded;
  parts.fill(passedOn ? 'passed-on' : 'rest', header.start);
  if (!passedOn) return;
  const below = lines.slice(header.start);
  parts.fill('rest', header.start + findTail(below));
}

function sortQuotes(lines: readonly string[], parts: Part[], header: QuoteHeader | null): void {
  const from = header?.end ?? 0;
  if (header) parts.fill('rest', header.start, header.end);
  const runs = quoteRuns(lines, from);
  if (header && runs.length === 0) {
    if (hasOwn(lines, 0, header.start)) parts.fill('rest', header.start);
    return;
  }
  const last = runs.at(-1);
  if (!last) return;
  const ownBefore = hasOwn(lines, 0, header?.start ?? runs[0]?.start ?? 0);
  const ownAfter = hasOwn(lines, last.end, last.end + findTail(lines.slice(last.end)));
  const isBottom = header !== null && runs.length === 1 && !ownBefore;
  if (!ownAfter || isBottom) parts.fill('rest', last.start, last.end);
}

type Run = { start: number; end: number };

/** Runs of quoted lines; empty lines inside a run belong to it. */
function quoteRuns(lines: readonly string[], from: number): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.startsWith('>')) {
      open ??= { start: index, end: index };
      open.end = index + 1;
      if (runs.at(-1) !== open) runs.push(open);
    } else if (line.trim() !== '') {
      open = undefined;
    }
  }
  return runs;
}

function hasOwn(lines: readonly string[], from: number, to: number): boolean {
  return lines.slice(from, to).some((line) => line.trim() !== '' && !line.startsWith('>'));
}

/** Signatures, footers and the like, at the end of the own words and at the end of the whole. */
function foldTail(lines: readonly string[], parts: Part[]): void {
  const kept = lines.flatMap((_, index) => (parts[index] === 'own' ? [index] : []));
  const tail = findTail(kept.map((index) => lines[index] ?? ''));
  for (const index of kept.slice(tail)) {
    if ((lines[index] ?? '').trim() !== '') parts[index] = 'rest';
  }
}
