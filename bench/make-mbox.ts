// Makes the same archive every time: 200 writers, threads of 5 and 30 mails, words as frequent as in a language.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { makeRandom } from './make-random';

const seed = 12_345;
const syllables =
  'ba be bi bo bu ca ce co cu da de di do fa fe fi fo ga ge go la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo za ze zo tra pre con per str'.split(
    ' ',
  );
const vocabulary = 8_000;
const writers = 200;
const first = Date.UTC(2024, 8, 1);
const last = Date.UTC(2026, 8, 1);
/** Dates are spread as if the corpus had this many threads, of which an archive holds the first ones. */
const corpusThreads = 10_000;
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

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
 * Every fifth thread has 30 mails, the others 5: 1,000 threads are 10,000 mails.
 * @returns the number of mails written
 */
export async function makeMbox(file: string, threads: number): Promise<number> {
  const writer = new Writer();
  const out = createWriteStream(file);
  let mails = 0;
  for (let number = 1; number <= threads; number++) {
    const title = writer.title();
    const start = first + (last - first) * (number / corpusThreads);
    const size = number % 5 === 0 ? 30 : 5;
    for (let index = 0; index < size; index++) {
      const text = mail(writer, { number, index, title, start });
      if (!out.write(text)) await once(out, 'drain');
      mails += 1;
    }
  }
  out.end();
  await once(out, 'finish');
  return mails;
}

type Place = { number: number; index: number; title: string; start: number };

function mail(writer: Writer, { number, index, title, start }: Place): string {
  const body = writer.body().replace(/^From /gm, '>From ');
  const author = 1 + writer.below(writers);
  const at = new Date(start + index * 3_600_000 * (0.2 + writer.share()));
  const address = `user${String(author).padStart(3, '0')}@sub.example.test`;
  const id = (position: number) => `<t${number}.${position}@peers.example.test>`;
  const answers = [
    `In-Reply-To: ${id(index - 1)}`,
    `References: ${id(0)}${index > 1 ? ` ${id(index - 1)}` : ''}`,
  ];
  return [
    `From ${address} ${fromDate(at)}`,
    `From: User ${author} <${address}>`,
    'To: bench@lists.example.test',
    `Subject: ${index > 0 ? 'Re: ' : ''}[Bench] ${title}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${id(index)}`,
    ...(index > 0 ? answers : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    `${body}\n\n`,
  ].join('\n');
}

function fromDate(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = String(at.getUTCDate()).padStart(2);
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return `${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${day} ${time} ${at.getUTCFullYear()}`;
}
