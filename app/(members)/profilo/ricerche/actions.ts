'use server';
// What a person does with the searches they keep.
import { chooseSearchMail } from '@/lib/search/saving/choose-search-mail';
import { dropSearch } from '@/lib/search/saving/drop-search';
import { pressButton } from '@/lib/web/back-after';

const page = '/profilo/ricerche';

/** Whether its news comes by mail. */
export async function choose(form: FormData): Promise<void> {
  form.set('back', `${page}?fatto=changed`);
  await pressButton(form, (ctx, { id, mail }) => chooseSearchMail(ctx, { id, mail: mail === 'on' }));
}

/** It is no longer among the saved ones. */
export async function drop(form: FormData): Promise<void> {
  form.set('back', `${page}?fatto=dropped`);
  await pressButton(form, (ctx, { id }) => dropSearch(ctx, { id }));
}
