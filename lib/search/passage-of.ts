// The passage of a text that says most of what was asked, with the words marked.
import { highlightMarks } from '@/lib/forum/model';
import { splitWords } from '@/lib/text/words/split-words';
import { stemOf } from '@/lib/text/words/stems-of';

/** Words shown. */
const width = 34;
/** Words shown before the first found one. */
const lead = 6;
/** A text is looked through as far as this, in characters. */
const longestLook = 60_000;

/** @param stems of what was asked, in all its forms; phrases among them word by word */
export function passageOf(text: string, stems: ReadonlySet<string>): string {
  const looked = text.slice(0, longestLook);
  const words = splitWords(looked).map((word) => ({ ...word, isFound: isAsked(word.word, stems) }));
  if (words.length === 0) return looked.slice(0, 200).trim();
  const from = bestStart(words);
  const shown = words.slice(from, from + width);
  const start = from === 0 ? 0 : (shown[0]?.start ?? 0);
  const end = from + width >= words.length ? looked.length : (shown.at(-1)?.end ?? 0);
  const marked = markWords(looked, shown, start, end);
  return `${start > 0 ? '… ' : ''}${marked}${end < text.length ? ' …' : ''}`;
}

type Seen = { word: string; start: number; end: number; isFound: boolean };

function isAsked(word: string, stems: ReadonlySet<string>): boolean {
  return stems.has(stemOf(word)) || stems.has(word);
}

/** Where a window of words holds the most different ones of those asked, the earliest such. */
function bestStart(words: readonly Seen[]): number {
  let best = { at: 0, different: 0 };
  words.forEach(({ isFound }, at) => {
    if (!isFound) return;
    const window = words.slice(at, at + width - lead).filter((word) => word.isFound);
    const different = new Set(window.map(({ word }) => stemOf(word))).size;
    if (different > best.different) best = { at, different };
  });
  return Math.max(0, best.at - lead);
}

/** Several words may share a place; it is marked once. */
function markWords(text: string, shown: readonly Seen[], start: number, end: number): string {
  let marked = '';
  let from = start;
  for (const word of shown) {
    if (!word.isFound || word.start < from) continue;
    marked += text.slice(from, word.start);
    marked += highlightMarks.start + text.slice(word.start, word.end) + highlightMarks.end;
    from = word.end;
  }
  return (marked + text.slice(from, end)).replace(/\s+/g, ' ').trim();
}
