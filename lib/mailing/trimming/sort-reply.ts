// Sorts what stands above a block: own words, attributions and runs of quoted lines, in any order (MAIL.md E41).
import { findTail } from './find-tail';
import { isCard } from './is-card';
import { isDeviceLine } from './is-device-line';
import { matchAttribution } from './match-attribution';
import { matchSeparator } from './match-separator';
import { isImage, isQuoted, isRuler, nextFilled, type QuoteHeader, type Sorting } from './model';

/** `said`: an attribution stands above it. */
type Run = { start: number; end: number; said: boolean };

/** @param limit the line where the block begins, or the end */
export function sortReply(sorting: Sorting, found: readonly QuoteHeader[], limit: number): void {
  const { lines, parts, forwarded } = sorting;
  const other = forwarded ? 'passed-on' : 'rest';
  const headers = trusted(sorting, found, limit);
  for (const { start, end } of headers) parts.fill(other, start, end);
  const first = firstOwn(sorting, limit);
  const unquoted = headers.find(
    ({ start, end }) => first < start && !isQuoted(lines[nextFilled(lines, end)]),
  );
  if (unquoted) parts.fill(other, unquoted.start, limit);
  const end = unquoted?.start ?? limit;
  if (!forwarded) sortRuns(sorting, quoteRuns(sorting, headers, end), first, end);
}

/** A weak one may be the writer's: unless nothing stands above it, or nothing below but what it announces. */
function trusted(sorting: Sorting, found: readonly QuoteHeader[], limit: number): QuoteHeader[] {
  const scratch: Sorting = { ...sorting, parts: [...sorting.parts] };
  const known = new Set(found.filter(({ weak }) => !weak));
  const trust = (header: QuoteHeader) => {
    known.add(header);
    scratch.parts.fill('rest', header.start, header.end);
  };
  for (const header of known) trust(header);
  const weak = found.filter((header) => !known.has(header));
  let first = firstOwn(scratch, limit);
  for (const header of weak) {
    if (first < header.start) break;
    trust(header);
    first = firstOwn(scratch, limit, header.end);
  }
  let last = lastOwn(scratch, contentEnd(scratch, limit));
  for (const header of weak.reverse()) {
    if (last >= header.end) break;
    trust(header);
    last = lastOwn(scratch, header.start);
  }
  return found.filter((header) => known.has(header));
}

/** @param first the first own line above `limit` */
function sortRuns(sorting: Sorting, runs: readonly Run[], first: number, limit: number): void {
  const { lines, parts } = sorting;
  const [opening] = runs;
  const closing = runs.at(-1);
  if (!opening || !closing) return;
  if (runs.length === 1 && isNotice(lines, opening)) parts.fill('rest', opening.start, opening.end);
  if (first < opening.start && closing.said) foldSignature(sorting, closing.end, limit);
  const last = lastOwn(sorting, contentEnd(sorting, limit));
  const isBottom = first >= closing.end && last >= closing.end;
  const isSaid = isBottom && runs.some((run) => run.said || saysItself(lines, run));
  for (const run of runs) {
    const isTrailing =
      first < run.start && last < run.start && !passesOn(lines, run) && !isChosen(sorting, run);
    if (isSaid || isTrailing) parts.fill('rest', run.start, run.end);
  }
}

/** "La circolare dice:" and nothing more about where the words are from: the writer quotes by hand. */
function isChosen({ lines, parts }: Sorting, run: Run): boolean {
  if (run.said || saysItself(lines, run)) return false;
  let above = run.start - 1;
  while (above >= 0 && (lines[above] ?? '').trim() === '') above -= 1;
  return parts[above] === 'own' && /[^\s:]:\s*$/.test((lines[above] ?? '').slice(-200));
}

/** What a list or an office appends are nobody's words. */
function contentEnd({ lines, parts }: Sorting, limit: number): number {
  return findTail(lines.slice(0, limit).map((line, index) => (parts[index] === 'own' ? line : '')));
}

/** Some programs set the signature below the quote, and without its mark: a name, then how to reach it. */
function foldSignature({ lines, parts }: Sorting, from: number, to: number): void {
  const own = lines.flatMap((line, index) => {
    const isOwn = index >= from && index < to && parts[index] === 'own' && line.trim() !== '';
    return isOwn ? [index] : [];
  });
  const [name = '', ...reach] = own.map((index) => lines[index] ?? '');
  const isShort = own.length >= shortestSignature && own.length <= longestSignature;
  if (!isShort || !isCard([name], true) || !isCard(reach, false)) return;
  for (const index of own) parts[index] = 'rest';
}

function says({ lines, parts }: Sorting, index: number): boolean {
  const line = lines[index] ?? '';
  if (parts[index] !== 'own' || line.trim() === '' || isQuoted(line)) return false;
  return !isRuler(line) && !isDeviceLine(line);
}

/** Index of the first own line that says something, from `from` on; `to` when there is none. */
function firstOwn(sorting: Sorting, to: number, from = 0): number {
  for (let index = from; index < to; index++) if (says(sorting, index)) return index;
  return to;
}

/** Index of the last own line that says something in words; -1 when there is none. */
function lastOwn(sorting: Sorting, to: number): number {
  for (let index = to - 1; index >= 0; index--) {
    if (says(sorting, index) && !isImage(sorting.lines[index])) return index;
  }
  return -1;
}

/** Runs of quoted lines; empty lines inside a run belong to it. */
function quoteRuns({ lines, parts }: Sorting, headers: readonly QuoteHeader[], limit: number): Run[] {
  const runs: Run[] = [];
  const announced = new Set(headers.map(({ end }) => nextFilled(lines, end)));
  let open: Run | undefined;
  for (let index = 0; index < limit; index++) {
    const line = lines[index] ?? '';
    if (parts[index] === 'own' && isQuoted(line)) {
      open ??= { start: index, end: index, said: announced.has(index) };
      open.end = index + 1;
      if (runs.at(-1) !== open) runs.push(open);
    } else if (line.trim() !== '' || parts[index] !== 'own') {
      open = undefined;
    }
  }
  return runs;
}

const shortestSignature = 3;
const longestSignature = 8;
const mostOpening = 8;

/** Apple quotes its attribution together with the message. */
function saysItself(lines: readonly string[], run: Run): boolean {
  const opening = openingOf(lines, run);
  return matchAttribution(opening, nextFilled(opening, 0)) !== null;
}

/** Our own notice comes back quoted, whatever stands above it. */
function isNotice(lines: readonly string[], run: Run): boolean {
  const opening = openingOf(lines, run);
  return opening.some((_, index) => matchSeparator(opening, index)?.kind === 'marker');
}

/** A message passed on may stand in a quote. */
function passesOn(lines: readonly string[], run: Run): boolean {
  const opening = openingOf(lines, run);
  return matchSeparator(opening, nextFilled(opening, 0))?.kind === 'forward';
}

function openingOf(lines: readonly string[], { start }: Run): string[] {
  return lines.slice(start, start + mostOpening).map((line) => line.replace(/^>\s?/, ''));
}
