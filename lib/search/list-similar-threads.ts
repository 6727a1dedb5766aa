// Threads that may already say what somebody is about to ask.
import type { Context } from '@/lib/core/context';
import type { ThreadRow } from '@/lib/forum/model';
import { threadsByIds } from '@/lib/forum/queries';
import { askSearch } from '@/lib/platform/search/house-search';
import { splitWords } from '@/lib/text/words/split-words';
import { findAudience } from './find-audience';
import { findRanked } from './find-ranked';
import { understandWords } from './understand-words';

/** Enough to see whether the answer is there; more would be a list to read instead of a question to ask. */
const mostShown = 5;
/** Fewer letters name no subject yet. */
const shortestTitle = 4;
const longestTitle = 200;
const mostLookedAt = 100;

/** Best first, only those the actor may read. @param except the id of a thread that is not meant */
export async function listSimilarThreads(
  ctx: Context,
  title: string,
  except?: string,
  ask = askSearch,
): Promise<ThreadRow[]> {
  const text = title.trim().slice(0, longestTitle);
  if (text.length < shortestTitle) return [];
  const words = splitWords(text).map(({ word }) => word);
  const [{ readers }, understood] = await Promise.all([findAudience(ctx), understandWords(ctx, words)]);
  if (understood.concepts.length === 0) return [];
  const filter = { readers, kinds: ['post', 'file'], ...(except ? { withoutGroup: except } : {}) };
  const wanted = { phrases: [], without: [], filter, limit: mostLookedAt };
  const { ranked } = await findRanked(ctx, ask, understood, wanted);
  const ids = ranked.slice(0, mostShown * 2).map(({ groupId }) => groupId);
  return (await threadsByIds(ctx, ids)).slice(0, mostShown);
}
