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
  const press = () => pressOnce(spec, tally, form, typed);
  const isLate = spec.random() < shareOfLateClicks;
  const answers = await pressUntilTaken(spec, tally, press);
  const [postId] = answers;
  if (!postId) return void tally.faults.push(`${typed.body} was taken by nobody for ten minutes`);
  tally.acknowledged.push({ text: typed.body, postId });
  if (isLate) answers.push((await press()) ?? postId);
  if (isLate) tally.clickedTwice += 1;
  const others = answers.filter((answer) => answer !== postId);
  tally.faults.push(...others.map((other) => `${typed.body} is ${postId} and ${other}`));
}

/** @returns what the server answered, more than once where one pressed twice */
async function pressUntilTaken(
  { random }: WriterSpec,
  tally: Tally,
  press: () => Promise<string | null>,
): Promise<string[]> {
  const clicks = random() < shareOfDoubleClicks ? 2 : 1;
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    const answers = await Promise.all(Array.from({ length: clicks }, press));
    tally.clickedTwice += clicks - 1;
    const taken = answers.filter((answer) => answer !== null);
    if (taken.length > 0) return taken;
    tally.repeated += 1;
    await pause(retryAfterMs * (1 + random()));
  }
  return [];
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
