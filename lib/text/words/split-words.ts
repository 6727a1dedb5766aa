// A text taken apart into the words one looks for: elisions, abbreviations with dots, dates and numbers of acts come out
// the same in whichever of their spellings they stand.
import { foldLetters } from './fold-letters';

/** `start` and `end` in UTF-16 units of the text; several words may share a place (`27/11/2026`, `689/81`). */
export type Word = { word: string; start: number; end: number };

const months =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');

/** What loses its vowel before another word and says nothing by itself. */
const elided = new Set(
  'l un d dell all dall nell sull coll gl c s m t n v quell quest bell sant nessun ciascun qualcun alcun anch com dov quant senz mezz tutt fors dev'.split(
    ' ',
  ),
);

/** At each place the first of these that fits; most places hold a plain word. */
const pattern = new RegExp(
  [
    /(?<!\d|\d[/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/u,
    /(?<![\d/])(\d{1,6})\/(\d\d)(?![\d/])/u,
    /(?<![\p{L}\d])(\p{L}(?:\.\p{L}{1,4})+)(?!\p{L})/u,
    /(?<![\d.])(\d{1,3}(?:\.\d{3})+)(?!\d)/u,
    /((?<![\p{L}\d])\p{L}{1,2}\d{1,3}(?![\p{L}\d])|[\p{L}\p{M}]+|\d+)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);
const apostropheBeforeLetter = /^['\u2018\u2019\u201B\u02BC\u0060\u00B4]\p{L}/u;

/** Folded words in order. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    for (const word of spelled(match)) {
      // Marks without a letter, as emoji carry them, leave nothing.
      if (word === '') continue;
      if (!elided.has(word) || !apostropheBeforeLetter.test(text.slice(end, end + 2))) {
        words.push({ word, start, end });
      }
    }
  }
  return words;
}

/** The parts of {@link pattern}: a date, an act with its short year, an abbreviation with dots, an amount, a word. */
function spelled(match: RegExpMatchArray): string[] {
  const [, day, , month, year, act, short, dotted, amount, plain] = match;
  if (plain !== undefined) return [foldLetters(plain)];
  if (day && month && year) return [String(Number(day)), months[Number(month) - 1] ?? month, year];
  if (act && short) return [act, yearOf(Number(act), short)];
  return [foldLetters((dotted ?? amount ?? '').replaceAll('.', ''))];
}

/** `689/81` is of 1981; `10/11` may be a day and stays as it is. */
function yearOf(number: number, short: string): string {
  if (number <= 31 && Number(short) <= 12) return short;
  return Number(short) > 40 ? `19${short}` : `20${short}`;
}
