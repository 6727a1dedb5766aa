// The search itself: asks whichever engine is well for what may be meant, and puts it in order.
import type { Context } from '@/lib/core/context';
import type { Wanted } from '@/lib/platform/search/query';
import { type Ranked, rank } from '@/lib/platform/search/rank';
import type { Ask } from '@/lib/platform/search/search-engine';
import { keepReadable } from './keep-readable';
import type { Understood } from './understand-words';

export type Found = { ranked: Ranked[]; reduced: boolean; more: boolean };

/** @returns groups, best first; `more` when the engine had more to give */
export async function findRanked(
  ctx: Context,
  ask: Ask,
  { concepts, documents }: Understood,
  wanted: Omit<Wanted, 'concepts'>,
): Promise<Found> {
  const { value, reduced } = await ask(ctx.db, (engine) => engine.find({ ...wanted, concepts }));
  const readable = await keepReadable(ctx, value);
  return { ranked: rank(readable, concepts, documents), reduced, more: value.length >= wanted.limit };
}
