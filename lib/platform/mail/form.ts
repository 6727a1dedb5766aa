// One mail for many: written once with marks where a copy differs, then filled in per person.
import { randomBytes } from 'node:crypto';
import type { Message } from './message';

/** `marks` stand anywhere in the strings of `message`. */
export type Form = { readonly message: Message; readonly marks: readonly string[] };

/** What stands in a copy in place of each mark, in the order of `Form.marks`. */
export type Fill = readonly string[];

/**
 * A word that stands in no text by chance, and of which no encoding changes a letter. It is as long as the signed words
 * of copies, so that lines keep their length.
 */
export function makeMark(): string {
  return randomBytes(21).toString('hex');
}

/**
 * Cuts a text at its marks, once, so that each copy costs a concatenation.
 * @param spell how a filled word is written where it stands
 */
export function stamp(
  template: string,
  marks: readonly string[],
  spell: (word: string) => string = (word) => word,
): (fill: Fill) => string {
  if (marks.length === 0) return () => template;
  const pieces = template.split(new RegExp(`(${marks.join('|')})`));
  const places = pieces.map((piece, index) => (index % 2 === 1 ? marks.indexOf(piece) : -1));
  return (fill) =>
    pieces.map((piece, index) => (index % 2 === 1 ? spell(fill[places[index] ?? 0] ?? '') : piece)).join('');
}
