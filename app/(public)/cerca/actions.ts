'use server';
// What one does on the search page besides reading it.
import { redirect } from 'next/navigation';
import { clearSearches } from '@/lib/search/recent/clear-searches';
import { saveSearch } from '@/lib/search/saving/save-search';
import { runAction } from '@/lib/web/action';
import { pressButton } from '@/lib/web/back-after';

/** Back to the same search, which then says that it is saved. */
export async function save(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { question, name }) => saveSearch(ctx, { question, name }));
}

/** The page then shows none. */
export async function clearRecent(form: FormData): Promise<void> {
  await runAction(form, clearSearches);
  redirect('/cerca');
}
