// Decides of each line whether it is the writer's own, another's, or another's that stays as a quote (MAIL.md E41, E45, E49).
import { findQuoteHeaders } from './find-quote-headers';
import { findTail } from './find-tail';
import { isDeviceLine } from './is-device-line';
import { matchAttribution } from './match-attribution';
import { matchSeparator } from './match-separator';
import { isQuoted, isRuler, nextFilled, type Part, type QuoteHeader, type Sign } from './model';

const opensSigned = /^-----BEGIN PGP SIGNED MESSAGE-----\s*$/;
const armourField = /^(?:Hash|Charset|Version|Comment): /;
const opensArmour = /^-----BEGIN PGP (?:SIGNATURE|PUBLIC KEY BLOCK)-----\s*$/;
const closesArmour = /^-----END PGP /;

type Sorting = { lines: readonly string[]; parts: Part[]; forwarded: boolean };
/** `said`: an attribution stands above it. */
type Run = { start: number; end: number; said: boolean };

/**
 * @param forwarded the subject says that a message is passed on
 * @param signs what the elements of a mail in HTML say of its lines
 */
export function sortLines(lines: readonly string[], forwarded: boolean, signs: readonly Sign[] = []): Part[] {
  const sorting: Sorting = { lines, parts: lines.map(() => 'own'), forwarded };
  foldArmour(sorting);
  const headers = findQuoteHeaders(lines, signs);
  const block = headers.find(({ kind }) => kind === 'block');
  if (block) sortBlock(sorting, block);
  for (const sign of signs) if (sign.kind === 'signature') setSignature(sorting, sign);
  sortReply(
    sorting,
    headers.filter(({ kind }) => kind === 'attribution'),
    block?.start ?? lines.length,
  );
  foldDevices(sorting);
  foldTail(sorting);
  return sorting.parts;
}

/** Below a block everything is the other message. */
function sortBlock({ lines, parts, forwarded }: Sorting, header: QuoteHeader): void {
  const passedOn = header.forwarded || forwarded;
  parts.fill(passedOn ? 'passed-on' : 'rest', header.start);
  if (passedOn) parts.fill('rest', header.start + findTail(lines.slice(header.start)));
}

function setSignature({ parts }: Sorting, sign: Sign): void {
  for (let index = sign.start; index < sign.end; index++) {
    if (parts[index] === 'own') parts[index] = 'signature';
  }
}

/** The lines above a block: own words, attributions, runs of quoted lines, in any order. */
function sortReply(sorting: Sorting, found: readonly QuoteHeader[], limit: number): void {
  const { lines, parts } = sorting;
  const headers = found.filter((header) => !header.weak || isTrusted(sorting, header, limit));
  for (const { start, end } of headers) parts.fill(sorting.forwarded ? 'passed-on' : 'rest', start, end);
  const unquoted = headers.find(
    ({ start, end }) => !isQuoted(lines[nextFilled(lines, end)]) && firstOwn(sorting, 0, limit) < start,
  );
  const end = unquoted?.start ?? limit;
  if (unquoted) parts.fill(sorting.forwarded ? 'passed-on' : 'rest', unquoted.start, limit);
  sortRuns(sorting, quoteRuns(sorting, headers, end), end);
}

/** A person may have written it, too: unless nothing stands above it, or nothing below what it announces. */
function isTrusted(sorting: Sorting, { start, end }: QuoteHeader, limit: number): boolean {
  if (firstOwn(sorting, 0, start) >= start) return true;
  return firstOwn(sorting, end, limit) >= limit;
}

function sortRuns(sorting: Sorting, runs: readonly Run[], limit: number): void {
  const { lines, parts, forwarded } = sorting;
  const last = runs.at(-1);
  if (!last || forwarded) return;
  if (runs.length === 1 && isNotice(lines, last)) parts.fill('rest', last.start, last.end);
  const ownBefore = firstOwn(sorting, 0, last.start) < last.start;
  const ownAfter = hasOwnAfter(sorting, last.end, limit);
  if (!ownBefore && ownAfter && runs.some((run) => run.said || saysItself(lines, run))) {
    for (const run of runs) parts.fill('rest', run.start, run.end);
  } else if (ownBefore && !ownAfter && !passesOn(lines, last) && !isChosen(sorting, last)) {
    parts.fill('rest', last.start, last.end);
  }
}

/** What a list or an office appends below the quote are nobody's words. */
function hasOwnAfter(sorting: Sorting, from: number, to: number): boolean {
  const { lines, parts } = sorting;
  const below = lines.slice(from, to).map((line, index) => (parts[from + index] === 'own' ? line : ''));
  const end = from + findTail(below);
  return firstOwn(sorting, from, end) < end;
}

/** "La circolare dice:" and nothing more about where the words are from: the writer quotes by hand. */
function isChosen({ lines, parts }: Sorting, run: Run): boolean {
  if (run.said || saysItself(lines, run)) return false;
  let above = run.start - 1;
  while (above >= 0 && (lines[above] ?? '').trim() === '') above -= 1;
  return parts[above] === 'own' && /[^\s:]:\s*$/.test((lines[above] ?? '').slice(-200));
}

/** Index of the first own line in the range that says something; `to` when there is none. */
function firstOwn({ lines, parts }: Sorting, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? '';
    if (parts[index] !== 'own' || line.trim() === '' || isQuoted(line)) continue;
    if (!isRuler(line) && !isDeviceLine(line)) return index;
  }
  return to;
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

/** What a signed mail is wrapped in. */
function foldArmour({ lines, parts }: Sorting): void {
  const start = lines.findIndex((line) => opensSigned.test(line));
  if (start >= 0) {
    let end = start + 1;
    while (armourField.test(lines[end] ?? '')) end += 1;
    parts.fill('rest', start, end);
  }
  const signature = lines.findIndex((line) => opensArmour.test(line));
  if (signature < 0) return;
  const end = lines.findIndex((line, index) => index > signature && closesArmour.test(line));
  parts.fill('rest', signature, end < 0 ? lines.length : end + 1);
}

/** Anywhere, but only between empty lines, quotes and ends. */
function foldDevices({ lines, parts }: Sorting): void {
  const isEdge = (index: number) =>
    parts[index] !== 'own' || (lines[index] ?? '').trim() === '' || isQuoted(lines[index]);
  for (let index = 0; index < lines.length; index++) {
    const isDevice = parts[index] === 'own' && isDeviceLine(lines[index] ?? '');
    if (isDevice && isEdge(index - 1) && isEdge(index + 1)) parts[index] = 'rest';
  }
}

/** Signatures, footers and the like, at the end of the own words. */
function foldTail({ lines, parts }: Sorting): void {
  const kept = lines.flatMap((_, index) => (parts[index] === 'own' ? [index] : []));
  const tail = findTail(kept.map((index) => lines[index] ?? ''));
  for (const index of kept.slice(tail)) {
    if ((lines[index] ?? '').trim() !== '') parts[index] = 'rest';
  }
}
