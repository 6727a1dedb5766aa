'use server';
// What one does on the search page.
import { redirect } from 'next/navigation';
import { clearSearches } from '@/lib/search/recent/clear-searches';
import { runAction } from '@/lib/web/action';

/** The page then shows none. */
export async function clearRecent(form: FormData): Promise<void> {
  await runAction(form, clearSearches);
  redirect('/cerca');
}
