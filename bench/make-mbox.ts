// Makes the same archive every time: the corpus as Mailman would have kept it.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type CorpusPost, type CorpusThread, makeThreads } from './corpus';

/** Dates are spread as if the corpus had this many threads, of which an archive holds the first ones. */
const corpusThreads = 10_000;
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * 1,000 threads are 10,000 mails.
 * @returns the number of mails written
 */
export async function makeMbox(file: string, threads: number): Promise<number> {
  const out = createWriteStream(file);
  let mails = 0;
  for (const thread of makeThreads(threads, corpusThreads)) {
    for (const [index, post] of thread.posts.entries()) {
      if (!out.write(mail(thread, index, post))) await once(out, 'drain');
      mails += 1;
    }
  }
  out.end();
  await once(out, 'finish');
  return mails;
}

function mail({ number, title }: CorpusThread, index: number, { author, at, body }: CorpusPost): string {
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
    `${body.replace(/^From /gm, '>From ')}\n\n`,
  ].join('\n');
}

function fromDate(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = String(at.getUTCDate()).padStart(2);
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return `${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${day} ${time} ${at.getUTCFullYear()}`;
}
