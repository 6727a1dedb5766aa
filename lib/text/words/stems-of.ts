// The stems of a text in order, without what binds: what is kept of a document and of a question alike.
import { splitWords } from './split-words';
import { stemItalian } from './stem-italian';
import { isStopWord } from './stop-words';

/** A language has fewer words than texts have: most are met again. */
const known = new Map<string, string>();
const mostKnown = 50_000;

/** As `stemItalian`, remembered. @param word folded */
export function stemOf(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const stem = stemItalian(word);
  known.set(word, stem);
  return stem;
}

/** @returns stems in order, stop words left out */
export function stemsOf(text: string): string[] {
  return stemsOfWords(splitWords(text).map(({ word }) => word));
}

/** As `stemsOf`, of words that were split already. */
export function stemsOfWords(words: readonly string[]): string[] {
  const stems: string[] = [];
  for (const word of words) if (!isStopWord(word)) stems.push(stemOf(word));
  return stems;
}
