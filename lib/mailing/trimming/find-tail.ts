// Finds where what a program or an office appends begins: list footers, "-- " signatures, device lines, disclaimers (MAIL.md E49).
import { isCard } from './is-card';
import { isDeviceLine } from './is-device-line';
import { isDisclaimer } from './is-disclaimer';
import { filledEnd, isImage, isRuler, longestLine } from './model';

const listWords =
  /mailing list|listinfo|lista di distribuzione|\bmailman\b|unsubscribe|disiscri|cancellarsi|annulla(?:re)? l[’']iscrizione|you received this message because|hai ricevuto questo messaggio perché|reply to this email directly|google groups|messaggio scritto dal sito|to post to this group|visit topic|notification settings/i;
const longestFooter = 14;
const listRuler = /^[_-]{2,}\s*$/;
const signatureMark = /^(?:- )?--\s?$/;
const longestSignature = 25;
/** The mark with its blank is set by programs only. */
const longestMarked = 60;
const mostMarks = 2;
const longestTable = 60;
const longestCard = 10;
/** What an office sets last above its sign. */
const contact = /@[\w-]|\b(?:tel|fax|cell|pec)\b|www\.|https?:|\d[\d /.-]{6,}\d/i;
const closingWords =
  /^\s*(?:(?:cordiali|distinti|cari|tanti|un) salut[io]|salut[io]|cordialità|cordialmente|grazie|un caro saluto|buon (?:lavoro|pomeriggio)|buona (?:giornata|serata)|a presto|(?:best|kind|warm) regards|regards|thanks|mit freundlichen grüßen|(?:bien )?cordialement)(?![\p{L}]).{0,40}$/iu;

/** More is appended to no mail. */
const mostPieces = 30;

const paragraphOfList =
  /^\W{0,4}(?:(?:to )?unsubscribe|to stop receiving|(?:you(?:['’]re| are) receiving|you received) this|reply to this email directly|visit topic|per cancellarsi|per disiscriversi|per annullare l[’']iscrizione)/i;

type Finder = (lines: readonly string[], end: number) => number | null;
const finders: readonly Finder[] = [
  ...[footerStart, disclaimerStart, deviceStart, signatureStart, imageStart, rulerStart],
];

/**
 * @param lines the message without what it repeats
 * @returns the index of the first line of the tail; the end of the filled lines when there is none
 */
export function findTail(lines: readonly string[]): number {
  let end = filledEnd(lines, lines.length);
  for (let pieces = 0; pieces < mostPieces; pieces++) {
    const start = pieceStart(lines, end);
    if (start === null) break;
    end = filledEnd(lines, start);
  }
  return end;
}

function pieceStart(lines: readonly string[], end: number): number | null {
  for (const find of finders) {
    const start = find(lines, end);
    if (start !== null) return start;
  }
  return null;
}

function footerStart(lines: readonly string[], end: number): number | null {
  for (let index = end - 1; index >= Math.max(0, end - longestFooter); index--) {
    if (!listRuler.test(lines[index] ?? '')) continue;
    return listWords.test(lines.slice(index + 1, end).join(' ')) ? index : null;
  }
  return null;
}

function disclaimerStart(lines: readonly string[], end: number): number | null {
  const start = paragraphStart(lines, end);
  const paragraph = beginningOf(lines, start, end);
  return isDisclaimer(paragraph) || isOfList(paragraph) ? start : null;
}

function paragraphStart(lines: readonly string[], end: number): number {
  let start = end;
  while (start > 0 && (lines[start - 1] ?? '').trim() !== '' && !isRuler(lines[start - 1])) start -= 1;
  return start;
}

function isOfList(paragraph: string): boolean {
  return paragraphOfList.test(paragraph) && paragraph.length <= 600 && /https?:|@/.test(paragraph);
}

/** Only what is looked at is put together: the paragraph is asked again after each line taken from its end. */
function beginningOf(lines: readonly string[], start: number, end: number): string {
  let text = '';
  for (let index = start; index < end && text.length < 4_000; index++) text += `${lines[index]} `;
  return text.trim();
}

function deviceStart(lines: readonly string[], end: number): number | null {
  return isDeviceLine(lines[end - 1] ?? '') ? end - 1 : null;
}

/** Below closing words, a telephone number or a disclaimer an image is the sign of an office, elsewhere it shows something (E51). */
function imageStart(lines: readonly string[], end: number): number | null {
  if (end === 0 || !isImage(lines[end - 1])) return null;
  const above = lines.slice(Math.max(0, end - longestSignature), end - 1);
  const isClosed = above.some((line) => closingWords.test(line.slice(0, longestLine)));
  const last = filledEnd(lines, end - 1);
  const isSigned = contact.test((lines[last - 1] ?? '').slice(0, longestLine));
  return isClosed || isSigned || disclaimerStart(lines, last) !== null ? end - 1 : null;
}

/** A stroke under which nothing stands any more; of two, the last may close a table. */
function rulerStart(lines: readonly string[], end: number): number | null {
  if (end === 0 || !isRuler(lines[end - 1])) return null;
  return lines.slice(Math.max(0, end - longestTable), end - 1).some(isRuler) ? null : end - 1;
}

/**
 * Below "-- " a signature stands, however long its lines; many such marks are a table. Below another stroke only what
 * looks like the card of a person is one: people draw lines through their texts.
 */
function signatureStart(lines: readonly string[], end: number): number | null {
  const marks = indexesOf(lines, end, signatureMark);
  const last = marks.at(-1);
  if (last !== undefined && marks.length <= mostMarks && isSignature(lines, last, end)) return last;
  return marks.length > 0 ? null : cardStart(lines, end);
}

function indexesOf(lines: readonly string[], end: number, pattern: RegExp): number[] {
  const from = Math.max(0, end - longestSignature * 4);
  return lines.slice(from, end).flatMap((line, index) => (pattern.test(line) ? [from + index] : []));
}

/** The mark without its blank is also what people set between two thoughts. */
function isSignature(lines: readonly string[], mark: number, end: number): boolean {
  if (isColumns(lines[mark - 1]) && isColumns(lines[mark + 1])) return false;
  const below = lines.slice(mark + 1, end);
  if (/\s$/.test(lines[mark] ?? '')) return below.length <= longestMarked;
  return below.length <= longestSignature && !below.some((line) => line.trimEnd().endsWith('?'));
}

/** Words set apart in columns: a mark between two such lines is part of a table. */
function isColumns(line: string | undefined): boolean {
  return line !== undefined && /\S(?: {2,9}| ?\t ?| \| )\S/.test(line.slice(0, longestLine));
}

function cardStart(lines: readonly string[], end: number): number | null {
  const from = Math.max(0, end - longestCard - 1);
  const rulers = lines.slice(from, end).flatMap((line, index) => (isRuler(line) ? [from + index] : []));
  const [ruler] = rulers;
  if (ruler === undefined || rulers.length > 1 || ruler === 0) return null;
  const card = lines.slice(ruler + 1, end).filter((line) => line.trim() !== '');
  return isCard(card, (lines[ruler - 1] ?? '').trim() === '') ? ruler : null;
}
