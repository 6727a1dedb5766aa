// What may be meant by the letters typed so far: threads by their titles, organisations, persons.
import type { Context } from '@/lib/core/context';
import { askSearch } from '@/lib/platform/search/house-search';
import { splitWords } from '@/lib/text/words/split-words';
import { findAudience } from './find-audience';
import type { Suggested } from './model';
import { showHits } from './show-hits';

const mostShown = 8;
const mostWords = 12;

/** At most eight, best first; typing errors are forgiven while the search server is there. */
export async function suggest(ctx: Context, q: string, ask = askSearch): Promise<Suggested[]> {
  const words = splitWords(q.slice(0, 200))
    .map(({ word }) => word)
    .slice(0, mostWords);
  if (words.join('').length < 2) return [];
  const { readers } = await findAudience(ctx);
  const wanted = { words, filter: { readers }, limit: mostShown * 2 };
  const { value } = await ask(ctx.db, (engine) => engine.suggest(wanted));
  const hits = await showHits(ctx, value, new Set());
  return hits.slice(0, mostShown).map((hit) => {
    if (hit.kind !== 'thread') return hit;
    const { kind, title, number, slug, areaSlug } = hit;
    return { kind, title, number, slug, areaSlug };
  });
}
