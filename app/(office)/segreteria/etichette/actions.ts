'use server';
// What the secretariat does with tags.
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { dropSynonym } from '@/lib/forum/tags/drop-synonym';
import { joinTags } from '@/lib/forum/tags/join-tags';
import { runAction } from '@/lib/web/action';
import { pressButton } from '@/lib/web/back-after';

/** Back to the list, which says what now counts as what. */
export async function join(_state: FormState, form: FormData): Promise<FormState> {
  return runAction(form, async (ctx, { synonym = '', tag = '', confirmed }) => {
    await joinTags(ctx, { synonym, tag, confirmed: confirmed === 'on' });
    redirect(`/segreteria/etichette?${new URLSearchParams({ da: synonym, a: tag })}`);
  });
}

/** The word stands for itself again. */
export async function drop(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { synonym }) => dropSynonym(ctx, { synonym }));
}
