// A person who writes and does not give in: what was not acknowledged is sent again under the same draft.
import { setTimeout as pause } from 'node:timers/promises';
import { type PageForm, readForm, sendForm, type Visitor } from './page-form';

const shareOfThreads = 0.1;
const shareOfDoubleClicks = 0.1;
const shareOfLateClicks = 0.1;
const retryAfterMs = 700;
const thinkingMs = 600;
/** Longer than any restart: whoever waits that long was not served. */
const patienceMs = 600_000;

/** Once the server said that it is published. */
export type Acknowledged = { text: string; postId: string };

/** What all writers did together, as they go on. */
export type Tally = {
  acknowledged: Acknowledged[];
  /** Sendings of any kind, the repeated ones among them. */
  sent: number;
  repeated: number;
  /** The button pressed twice at once, or again after the answer. */
  clickedTwice: number;
  /** Answers that name another post than the first one did, and texts that nobody took. */
  faults: string[];
  underWay: number;
};

export type WriterSpec = Visitor & { name: string; threads: string[]; area: string; random: () => number };

/** Writes until `isOver`, and ends with everything acknowledged. */
export async function write(spec: WriterSpec, tally: Tally, isOver: () => boolean): Promise<void> {
  for (let number = 1; !isOver(); number++) {
    const text = `Prova di scrittura ${spec.name}n${number}.`;
    const isThread = spec.random() < shareOfThreads;
    const thread = spec.threads[Math.floor(spec.random() * spec.threads.length)] ?? '';
    const form = await openForm(spec, isThread ? `/forum/${spec.area}/nuova` : thread, isOver);
    if (!form) return;
    const typed: Typed = isThread ? { title: text, body: text } : { body: text };
    await publish(spec, tally, form, typed);
    await pause(spec.random() * thinkingMs);
  }
}

async function openForm(spec: WriterSpec, address: string, isOver: () => boolean): Promise<PageForm | null> {
  for (const until = Date.now() + patienceMs; Date.now() < until && !isOver(); ) {
    const form = await readForm(spec, address).catch(() => null);
    if (form) return form;
    await pause(retryAfterMs);
  }
  if (isOver()) return null;
  throw new Error(`${spec.name} was not shown ${address} for ten minutes.`);
}

type Typed = { body: string } & Record<string, string>;

async function publish(spec: WriterSpec, tally: Tally, form: PageForm, typed: Typed): Promise<void> {
  const isDouble = spec.random() < shareOfDoubleClicks;
  const isLate = spec.random() < shareOfLateClicks;
  const press = () => pressOnce(spec, tally, form, typed);
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    const answers = await Promise.all(isDouble ? [press(), press()] : [press()]);
    if (isDouble) tally.clickedTwice += 1;
    const [postId, other] = answers.filter((answer) => answer !== null);
    if (postId) {
      tally.acknowledged.push({ text: typed.body, postId });
      const late = isLate ? await press() : null;
      if (isLate) tally.clickedTwice += 1;
      for (const again of [other, late])
        if (again && again !== postId) tally.faults.push(`${typed.body} is ${postId} and ${again}`);
      return;
    }
    tally.repeated += 1;
    await pause(retryAfterMs * (1 + spec.random()));
  }
  tally.faults.push(`${typed.body} was taken by nobody for ten minutes`);
}

/** @returns the post the server says it published, null for any other answer and for none */
async function pressOnce(
  spec: WriterSpec,
  tally: Tally,
  form: PageForm,
  typed: Typed,
): Promise<string | null> {
  tally.sent += 1;
  tally.underWay += 1;
  const place = await sendForm(spec, form, typed).catch(() => null);
  tally.underWay -= 1;
  return place ? new URL(place, spec.url).searchParams.get('inviato') : null;
}
