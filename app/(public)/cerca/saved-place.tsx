// Where a search is saved: for whoever is signed in and has asked something that can be asked again.
import { SaveSearch } from '@/components/search/save-search';
import { Alert } from '@/components/ui/alert';
import type { Context } from '@/lib/core/context';
import type { SearchInput } from '@/lib/search/model';
import { questionOf, saveSearchInput } from '@/lib/search/saving/model';
import { mayKeepSearches } from '@/lib/search/saving/policy';
import { isSaved } from '@/lib/search/saving/queries';
import { refusalWords } from '@/lib/web/refusal-words';
import { save } from './actions';

type SavedPlaceProps = {
  ctx: Context;
  input: SearchInput;
  /** Why it was not saved, as the address says it; empty where nothing was tried. */
  reason: string;
};

export async function SavedPlace({ ctx, input, reason }: SavedPlaceProps) {
  const question = questionOf(input);
  if (!mayKeepSearches(ctx.actor).allowed || !saveSearchInput.safeParse({ question }).success) return null;
  const [saved, wrong] = await Promise.all([isSaved(ctx, question), refusalWords(reason)]);
  return (
    <>
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      <SaveSearch question={question} words={input.q} saved={saved} action={save} />
    </>
  );
}
