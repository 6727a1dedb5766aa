// What is asked for: pages of the corpus, by visitors who are signed out and by a hundred who are signed in.
import { threadAddress } from '@/lib/forum/model';
import { areas, idOf } from './fill';
import type { House } from './house';
import type { Ask } from './load';

const mostThreads = 200;
/** Every twentieth thread is a public one of 30 posts, whose first page shows 20. */
const step = 20;

export type PageToAsk = { what: string; ask: (n: number) => Ask };

export async function pagesToAsk({ url, sql, cookies }: House, threads: number): Promise<PageToAsk[]> {
  const numbers = Array.from(
    { length: Math.min(mostThreads, threads / step) },
    (_, index) => (index + 1) * step,
  );
  const rows = await sql<{ number: number; slug: string }[]>`select number, slug from thread
    where id in ${sql(numbers.map((number) => idOf('thread', number)))} order by number`;
  const addresses = rows.map((row) => threadAddress({ ...row, areaSlug: areas[0] }));
  const thread = (n: number) => addresses[n % addresses.length] ?? '';
  // Another person opens a thread than the one who opened it last: 100 sessions meet each thread once in turn.
  const cookie = (n: number) => cookies[(n + Math.floor(n / addresses.length)) % cookies.length];
  const area = `/forum/${areas[0]}`;
  return [
    { what: 'thread, signed in', ask: (n) => ({ path: thread(n), cookie: cookie(n) }) },
    { what: 'thread, signed out', ask: (n) => ({ path: thread(n) }) },
    { what: 'area, signed in', ask: (n) => ({ path: area, cookie: cookie(n) }) },
    { what: 'area, signed out', ask: () => ({ path: area }) },
    { what: 'last page, signed in', ask: (n) => ({ path: `${thread(n)}?pagina=2`, cookie: cookie(n) }) },
    { what: 'search, signed in', ask: (n) => ({ path: '/cerca?q=pratica', cookie: cookie(n) }) },
    ...(await suggestions(url, cookie)),
  ];
}

/** Nothing where this version has no such address. */
async function suggestions(url: string, cookie: (n: number) => string | undefined): Promise<PageToAsk[]> {
  const path = '/api/cerca/suggerimenti?q=pra';
  const { ok } = await fetch(url + path, { headers: { cookie: cookie(0) ?? '' } });
  if (ok) return [{ what: 'suggestions', ask: (n) => ({ path, cookie: cookie(n) }) }];
  console.error(`${path} does not answer: suggestions are not measured.`);
  return [];
}
