// The same forum every time: threads of 5 and 30 posts by 200 persons, in words as frequent as in a language.
import { makeRandom } from './make-random';

const seed = 12_345;
const syllables =
  'ba be bi bo bu ca ce co cu da de di do fa fe fi fo ga ge go la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo za ze zo tra pre con per str'.split(
    ' ',
  );
const vocabulary = 8_000;
const hour = 3_600_000;
const first = Date.UTC(2024, 8, 1);
const last = Date.UTC(2026, 8, 1);

/** How many persons write; they are counted from 1. */
export const writers = 200;

export type CorpusPost = { author: number; at: Date; body: string };
export type CorpusThread = { number: number; title: string; posts: CorpusPost[] };

/** Text of made-up words. */
class Writer {
  private readonly random = makeRandom(seed);
  private readonly words: string[] = [];
  private readonly sums: number[] = [];

  constructor() {
    const seen = new Set<string>();
    while (this.words.length < vocabulary) {
      const word = Array.from(
        { length: 2 + this.below(3) },
        () => syllables[this.below(syllables.length)],
      ).join('');
      if (word.length < 4 || seen.has(word)) continue;
      seen.add(word);
      this.words.push(word);
      this.sums.push((this.sums.at(-1) ?? 0) + 1 / (this.words.length + 9));
    }
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  share(): number {
    return this.random();
  }

  word(): string {
    const wanted = this.random() * (this.sums.at(-1) ?? 0);
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.words[low] ?? '';
  }

  title(): string {
    return Array.from({ length: 5 + this.below(4) }, () => this.word()).join(' ');
  }

  sentence(): string {
    const text = Array.from({ length: 6 + this.below(12) }, () => this.word()).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  paragraph(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence()).join(' ');
  }

  body(): string {
    const text = `${this.paragraph(2 + this.below(3))}\n\n${this.paragraph(2 + this.below(4))}`;
    const kind = this.random();
    if (kind < 0.2) return `${text}\n\n* ${this.sentence()}\n* ${this.sentence()}\n* ${this.sentence()}`;
    return kind < 0.4 ? `${text}\n\n**${this.word()}** ${this.sentence()}` : text;
  }
}

/**
 * Every fifth thread has 30 posts, the others 5: 1,000 threads are 10,000 posts of 631 characters on average.
 * @param spreadAs dates are spread over two years as if there were this many threads
 */
export function* makeThreads(threads: number, spreadAs = threads): Generator<CorpusThread> {
  const writer = new Writer();
  for (let number = 1; number <= threads; number++) {
    const title = writer.title();
    const start = first + (last - first) * (number / spreadAs);
    const posts = Array.from({ length: number % 5 === 0 ? 30 : 5 }, (_, index) => {
      const body = writer.body();
      const author = 1 + writer.below(writers);
      return { body, author, at: new Date(start + index * hour * (0.2 + writer.share())) };
    });
    yield { number, title, posts };
  }
}
