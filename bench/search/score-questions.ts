// The rank of the first right answer to each question, as an operator who may read the whole network sees it.
import { eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { post, thread } from '@/db/schema';
import type { SearchServer } from '@/lib/platform/search/connection';
import { searchSwitch } from '@/lib/platform/search/search-engine';
import type { Hit } from '@/lib/search/model';
import { searchInput } from '@/lib/search/model';
import { searchEverything } from '@/lib/search/search-everything';
import { findOperator } from './find-operator';

/** `answers`: Message-IDs, or addresses such as `/forum/operatori/12-titolo?m=3` or `/enti/segrate`. */
export type Question = { q: string; answers: string[] };
export type Scored = { q: string; rank: number | null; threadRank: number | null; ms: number };
export type Scores = {
  mrr: number;
  threadMrr: number;
  reduced: boolean;
  unknown: string[];
  questions: Scored[];
};

const pagesLookedAt = 5;

/** @param server undefined: PostgreSQL alone answers */
export async function scoreQuestions(
  db: Database,
  server: SearchServer | undefined,
  questions: readonly Question[],
): Promise<Scores> {
  const { ask } = searchSwitch(server);
  const ctx = { db, actor: await findOperator(db), now: new Date() };
  const places = await findPlaces(db, questions);
  const scored: Scored[] = [];
  let reduced = false;
  for (const { q, answers } of questions) {
    const began = performance.now();
    const keys: string[] = [];
    for (let pagina = 1; pagina <= pagesLookedAt; pagina++) {
      const result = await searchEverything(ctx, searchInput.parse({ q, pagina }), ask);
      reduced ||= result.reduced;
      keys.push(...result.hits.map(keyOf));
      if (keys.length >= result.total) break;
    }
    const right = new Set(answers.map((answer) => places.get(answer) ?? keyOfAddress(answer)));
    const threads = new Set([...right].map(threadOf));
    scored.push({
      q,
      rank: rankOf(keys, (key) => right.has(key) || right.has(threadOf(key))),
      threadRank: rankOf(keys, (key) => threads.has(threadOf(key))),
      ms: performance.now() - began,
    });
  }
  const unknown = questions.flatMap(({ answers }) =>
    answers.filter((answer) => !answer.startsWith('/') && !places.has(answer)),
  );
  return {
    mrr: mean(scored.map(({ rank }) => (rank ? 1 / rank : 0))),
    threadMrr: mean(scored.map(({ threadRank }) => (threadRank ? 1 / threadRank : 0))),
    ...{ reduced, unknown, questions: scored },
  };
}

/** A post is `thread 12 post 3`; an answer that names no post is a whole thread. */
function keyOf(hit: Hit): string {
  if (hit.kind === 'thread') return `thread ${hit.number} post ${hit.postNumber}`;
  return hit.kind === 'organization' ? `/enti/${hit.slug}` : `person ${hit.id}`;
}

function keyOfAddress(address: string): string {
  const found = /^\/forum\/[^/]+\/(\d+)[^?#]*(?:\?m=(\d+))?/.exec(address.replace(/^https?:\/\/[^/]+/, ''));
  if (!found) return address;
  return found[2] ? `thread ${found[1]} post ${found[2]}` : `thread ${found[1]}`;
}

function threadOf(key: string): string {
  return key.replace(/ post \d+$/, '');
}

function rankOf(keys: readonly string[], isRight: (key: string) => boolean): number | null {
  const at = keys.findIndex(isRight);
  return at < 0 ? null : at + 1;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

async function findPlaces(db: Database, questions: readonly Question[]): Promise<Map<string, string>> {
  const ids = [...new Set(questions.flatMap(({ answers }) => answers))].map((id) => id.replace(/^<|>$/g, ''));
  const rows = await db
    .select({ messageId: post.messageId, number: thread.number, post: post.number })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(inArray(post.messageId, ids));
  const places = new Map(rows.map((row) => [row.messageId ?? '', `thread ${row.number} post ${row.post}`]));
  return new Map([...places, ...[...places].map(([id, place]) => [`<${id}>`, place] as const)]);
}
