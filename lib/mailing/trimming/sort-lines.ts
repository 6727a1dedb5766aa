// Decides of each line whether it is the writer's own, another's, or another's that stays as a quote (MAIL.md E41, E45, E49).
import { findQuoteHeaders } from './find-quote-headers';
import { findTail } from './find-tail';
import { foldArmour } from './fold-armour';
import { isDeviceLine } from './is-device-line';
import { isQuoted, isRuler, nextFilled, type Part, type QuoteHeader, type Sign, type Sorting } from './model';
import { sortReply } from './sort-reply';

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

/** Below a block everything is the other message. Passed on, it begins with its fields and ends above its tail. */
function sortBlock({ lines, parts, forwarded }: Sorting, header: QuoteHeader): void {
  parts.fill('rest', header.start);
  if (!header.forwarded && !forwarded) return;
  const filled = nextFilled(lines, header.start);
  const start = isRuler(lines[filled]) ? nextFilled(lines, filled + 1) : filled;
  parts.fill('passed-on', start, start + findTail(lines.slice(start)));
}

function setSignature({ parts }: Sorting, sign: Sign): void {
  for (let index = sign.start; index < sign.end; index++) {
    if (parts[index] === 'own') parts[index] = 'signature';
  }
}

/** Anywhere, but only between empty lines, quotes and ends. */
function foldDevices({ lines, parts }: Sorting): void {
  const isEdge = (index: number) =>
    parts[index] !== 'own' || (lines[index] ?? '').trim() === '' || isQuoted(lines[index]);
  for (let index = 0; index < lines.length; index++) {
    if (parts[index] !== 'own' || !isEdge(index - 1) || !isEdge(index + 1)) continue;
    if (isDeviceLine(lines[index] ?? '')) parts[index] = 'rest';
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
