'use server';
// What the secretariat does with the words of the search.
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { addSynonyms } from '@/lib/search/synonyms/add-synonyms';
import { changeSynonyms } from '@/lib/search/synonyms/change-synonyms';
import { dropSynonyms } from '@/lib/search/synonyms/drop-synonyms';
import { runAction } from '@/lib/web/action';
import { pressButton } from '@/lib/web/back-after';

const page = '/segreteria/ricerca';

/** A new group; with the id of one, that one is changed. Back to the list, which says so. */
export async function keep(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { id, forms }) => {
    await (id ? changeSynonyms(ctx, { id, forms }) : addSynonyms(ctx, { forms }));
    redirect(`${page}?fatto=${id ? 'changed' : 'added'}`);
  });
}

/** Its words are told apart again. */
export async function drop(form: FormData): Promise<void> {
  form.set('back', `${page}?fatto=dropped`);
  await pressButton(form, (ctx, { id }) => dropSynonyms(ctx, { id }));
}
