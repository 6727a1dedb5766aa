// Posting an answer as a browser without JavaScript does: a hundred persons in turn, the form fetched before, the sending timed.
import { sql } from 'drizzle-orm';
import { threadAddress } from '@/lib/forum/model';
import { type PageForm, readForm, sendForm, type Visitor } from '../kills/page-form';
import { cpuOf } from './cpu';
import { areas, idOf } from './fill';
import type { House } from './house';
import { untilIdle } from './until-idle';

/** Number 4, 8, 12 … are public threads of five posts, unless every fifth: room for answers on their first page. */
const everyThread = 4;
const text = `Da noi si fa così: l’attestazione si rilascia anche senza planimetria catastale, purché il tecnico misuri
l’alloggio durante il sopralluogo e alleghi il disegno quotato al verbale.\n\nAl proprietario non chiediamo altro.`;

export type ReplyFigures = {
  replies: number;
  /** Milliseconds from sending to the answer that says where the post stands. */
  p50: number;
  p95: number;
  /** CPU time for one answer: what the person waits for, and what follows from it afterwards. */
  cpuMs: number;
  reactionsMs: number;
  refused: number;
};

type Ready = { visitor: Visitor; form: PageForm };

/** One answer a person, one at a time. */
export async function measureReplies(house: House): Promise<ReplyFigures> {
  await untilIdle(house);
  const warm = await prepare(house, 30, 50);
  for (const one of warm) await send(one, 'Prova. ');
  const ready = await prepare(house, 0, house.cookies.length);
  await untilIdle(house);
  const pids = [...house.pids, house.database];
  const before = cpuOf(pids);
  const times: number[] = [];
  let refused = 0;
  for (const one of ready) {
    const begun = performance.now();
    if (!(await send(one, ''))) refused += 1;
    times.push(performance.now() - begun);
  }
  const between = cpuOf(pids);
  const rest = await untilIdle(house);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    ...{ replies: times.length, p50: at(0.5), p95: at(0.95), refused },
    cpuMs: (between - before) / times.length,
    reactionsMs: (cpuOf(pids) - between - rest) / times.length,
  };
}

async function prepare({ url, cookies, db }: House, from: number, count: number): Promise<Ready[]> {
  const numbers = cookies.slice(from, from + count).map((_, index) => everyThread * (1 + (index % 40)));
  const rows = await db.execute<{ number: number; slug: string }>(
    sql`select number, slug from thread where id in ${numbers.map((number) => idOf('thread', number))}`,
  );
  const slugs = new Map(rows.map(({ number, slug }) => [number, slug]));
  const ready: Ready[] = [];
  for (const [index, number] of numbers.entries()) {
    const visitor = { url, cookie: cookies[from + index] ?? '' };
    const address = threadAddress({ number, slug: slugs.get(number) ?? '', areaSlug: areas[0] });
    ready.push({ visitor, form: await readForm(visitor, `${address}?m=9999999`) });
  }
  return ready;
}

function send({ visitor, form }: Ready, before: string): Promise<string | null> {
  return sendForm(visitor, form, { body: `${before}${text}` });
}
