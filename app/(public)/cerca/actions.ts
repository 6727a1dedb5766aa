'use server';
// What is done with a search besides reading it.
import { saveSearch } from '@/lib/search/saving/save-search';
import { pressButton } from '@/lib/web/back-after';

/** Back to the same search, which then says that it is saved. */
export async function save(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { question, name }) => saveSearch(ctx, { question, name }));
}
