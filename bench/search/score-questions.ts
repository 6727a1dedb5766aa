// The rank of the first right answer to each question, as an operator who may read the whole network sees it.
import { z } from 'zod';
import type { Database } from '@/db/client';
import type { Context } from '@/lib/core/context';
import type { SearchServer } from '@/lib/platform/search/connection';
import { type Ask, searchSwitch } from '@/lib/platform/search/search-engine';
import type { Hit } from '@/lib/search/model';
import { searchInput } from '@/lib/search/model';
import { searchEverything } from '@/lib/search/search-everything';
import { findAnswers } from './find-answers';
import { findOperator } from './find-operator';

/** `answers`: Message-IDs, or addresses such as `/forum/operatori/12-titolo?m=3` or `/enti/segrate`; any of them is right. */
export const questionList = z.array(z.object({ q: z.string(), answers: z.array(z.string()).min(1) }));
export type Question = z.infer<typeof questionList>[number];
/** `rank`: of the first hit whose thread holds an answer; `postRank`: of the first that also shows the post of the answer. */
export type Scored = { q: string; rank: number | null; postRank: number | null; ms: number };
export type Scores = {
  /** A hit is a thread: it is right when its thread holds an answer. */
  mrr: number;
  /** Stricter: the hit must also be shown by the very post of the answer. */
  mrrByPost: number;
  /** Whether PostgreSQL answered, wholly or in part. */
  reduced: boolean;
  /** Answers that name nothing: their questions count as not answered. */
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
  const right = await findAnswers(
    db,
    questions.flatMap(({ answers }) => answers),
  );
  const scored: Scored[] = [];
  let reduced = false;
  for (const { q, answers } of questions) {
    const began = performance.now();
    const found = await listHits(ctx, q, ask);
    reduced ||= found.reduced;
    const keys = answers.flatMap((answer) => right.get(answer) ?? []);
    scored.push({
      q,
      rank: rankOf(found.hits, keys.map(threadOf)),
      postRank: rankOf(found.hits, keys),
      ms: performance.now() - began,
    });
  }
  return {
    mrr: mean(scored.map(({ rank }) => (rank ? 1 / rank : 0))),
    mrrByPost: mean(scored.map(({ postRank }) => (postRank ? 1 / postRank : 0))),
    unknown: questions.flatMap(({ answers }) => answers.filter((answer) => !right.has(answer))),
    ...{ reduced, questions: scored },
  };
}

async function listHits(ctx: Context, q: string, ask: Ask): Promise<{ hits: Hit[]; reduced: boolean }> {
  const hits: Hit[] = [];
  let reduced = false;
  for (let pagina = 1; pagina <= pagesLookedAt; pagina++) {
    const result = await searchEverything(ctx, searchInput.parse({ q, pagina }), ask);
    reduced ||= result.reduced;
    hits.push(...result.hits);
    if (hits.length >= result.total) break;
  }
  return { hits, reduced };
}

/** What a hit may be called in an answer: a thread shown by its third post is right for either. A person leads to their organisation. */
function keysOf(hit: Hit): string[] {
  if (hit.kind === 'thread') return [`thread ${hit.number}`, `thread ${hit.number} post ${hit.postNumber}`];
  if (hit.kind === 'organization') return [`/enti/${hit.slug}`];
  return [`person ${hit.id}`, ...(hit.organization ? [`/enti/${hit.organization.slug}`] : [])];
}

function threadOf(key: string): string {
  return key.replace(/ post \d+$/, '');
}

function rankOf(hits: readonly Hit[], keys: readonly string[]): number | null {
  const at = hits.findIndex((hit) => keysOf(hit).some((key) => keys.includes(key)));
  return at < 0 ? null : at + 1;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
