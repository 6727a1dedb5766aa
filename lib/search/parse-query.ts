// Takes a question apart: words, "exact phrases", -words, and conditions such as `autore:`. Whatever is none of these is words.
import { foldLetters } from '@/lib/text/words/fold-letters';
import { splitWords } from '@/lib/text/words/split-words';
import { stemOf } from '@/lib/text/words/stems-of';
import { isStopWord } from '@/lib/text/words/stop-words';
import {
  longestQuery,
  longestWord,
  mostConditions,
  mostWords,
  type ParsedQuery,
  type Prefix,
  periodOf,
  prefixes,
} from './model';

/** A condition, a phrase, or a run without blanks; a quotation mark without its second is none. */
const pieces = new RegExp(
  `(?<prefix>${prefixes.join('|')}):(?:"(?<quoted>[^"]+)"|(?<bare>[^\\s"]+))|(?<minus>-?)(?:"(?<phrase>[^"]*)"|(?<run>[^\\s"]+))`,
  'giu',
);
const quotationMarks = /[\u201C\u201D\u201E\u00AB\u00BB]/g;

/** Never fails: signs that mean something elsewhere are just signs between words here. */
export function parseQuery(text: string): ParsedQuery {
  const parsed: ParsedQuery = { words: [], phrases: [], without: [], conditions: [] };
  const plain = text.slice(0, longestQuery).replace(quotationMarks, '"');
  for (const { groups } of plain.matchAll(pieces)) take(parsed, groups ?? {});
  return settle(parsed);
}

type Piece = Record<string, string | undefined>;

function take(parsed: ParsedQuery, { prefix, quoted, bare, minus, phrase, run }: Piece): void {
  const value = quoted ?? bare;
  const words = wordsOf(phrase ?? run ?? '');
  if (prefix && value) takeCondition(parsed, foldLetters(prefix) as Prefix, value);
  else if (words.length === 0) return;
  else if (minus) parsed.without.push(words.filter((word) => !isStopWord(word)).map(stemOf));
  else if (phrase === undefined) parsed.words.push(...words);
  else parsed.phrases.push(words);
}

function takeCondition(parsed: ParsedQuery, prefix: Prefix, value: string): void {
  const isDate = prefix === 'dal' || prefix === 'al';
  if (isDate ? periodOf(value) : wordsOf(value).length > 0) parsed.conditions.push({ prefix, value });
  else parsed.words.push(...wordsOf(value));
}

function wordsOf(text: string): string[] {
  return splitWords(text).map(({ word }) => word.slice(0, longestWord));
}

/** What consists of nothing but binding words is meant to the letter. */
function settle({ words, phrases, without, conditions }: ParsedQuery): ParsedQuery {
  const kept = words.slice(0, mostWords);
  const isBinding = kept.length > 0 && kept.every(isStopWord) && phrases.length === 0;
  return {
    words: isBinding ? [] : kept,
    phrases: isBinding ? [kept] : distinct(phrases),
    without: distinct(without.filter((stems) => stems.length > 0)),
    conditions: distinct(conditions),
  };
}

/** What is said again says nothing more. */
function distinct<T>(parts: readonly T[]): T[] {
  const known = new Map(parts.map((part) => [JSON.stringify(part), part]));
  return [...known.values()].slice(0, mostConditions);
}
