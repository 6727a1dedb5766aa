// What the search page says about saving: for whoever is signed in and has asked something that can be asked again.
import type { Context } from '@/lib/core/context';
import type { SearchInput } from '@/lib/search/model';
import { questionOf, saveSearchInput } from '@/lib/search/saving/model';
import { mayKeepSearches } from '@/lib/search/saving/policy';
import { isSaved } from '@/lib/search/saving/queries';
import { refusalWords } from '@/lib/web/refusal-words';

/** `question` as the address bar says it; `wrong`: why it was not saved a moment ago. */
export type Saving = { question: string; saved: boolean; wrong: string | null };

/** @param reason as the address names it; empty where nothing was tried */
export async function findSaving(ctx: Context, input: SearchInput, reason: string): Promise<Saving | null> {
  const question = questionOf(input);
  if (!mayKeepSearches(ctx.actor).allowed || !saveSearchInput.safeParse({ question }).success) return null;
  const [saved, wrong] = await Promise.all([isSaved(ctx, question), refusalWords(reason)]);
  return { question, saved, wrong };
}
