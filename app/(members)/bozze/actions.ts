'use server';
// Writing: what was typed is kept as a draft first, and then sent; a refusal loses nothing.
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Context } from '@/lib/core/context';
import type { FormState } from '@/lib/core/form-state';
import { newId } from '@/lib/core/ids';
import { memberOf } from '@/lib/core/member-of';
import { Refusal } from '@/lib/core/refusal';
import { discardDraft } from '@/lib/forum/drafts/discard-draft';
import { placeImage } from '@/lib/forum/drafts/place-image';
import { removeDraftFile } from '@/lib/forum/drafts/remove-draft-file';
import { saveDraft } from '@/lib/forum/drafts/save-draft';
import { threadAddress } from '@/lib/forum/model';
import { editPost } from '@/lib/forum/writing/edit-post';
import type { Published } from '@/lib/forum/writing/model';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import { findPersonalData } from '@/lib/text/find-personal-data';
import { maskFoundData } from '@/lib/text/mask-found-data';
import { runAction, valuesOf } from '@/lib/web/action';
import { backAfter, pressButton } from '@/lib/web/back-after';
import { currentContext } from '@/lib/web/context';
import { type TypedDraft, typedDraft } from '@/lib/web/typed-draft';

/** The button pressed says what is to happen: `then` is `mask`, `files`, `keep`, or nothing for sending. */
export async function send(_state: FormState, form: FormData): Promise<FormState> {
  const state = await runAction(form, async (ctx, values) => {
    memberOf(ctx.actor);
    if (values.then === 'mask') return;
    const typed = typedDraft(values);
    await keep(ctx, typed);
    if (values.then === 'files') redirect(`/bozze/${typed.draftId}/file`);
    if (values.then === 'keep') redirect(`/bozze/${typed.draftId}?salvata=1`);
    redirect(sentAddress(await publish(ctx, typed), typed));
  });
  if (state.error?.reason === 'draft-sent-otherwise') redirect(await keepApart(form));
  if (state.error?.reason === 'edited-meanwhile') redirect(`/bozze/${state.values.draftId}?conflitto=1`);
  return form.get('then') === 'mask' && state.done ? masked(state) : state;
}

/** What was sent already under this id is no draft any more: the deed then answers where it stands. */
async function keep(ctx: Context, typed: TypedDraft): Promise<void> {
  try {
    await saveDraft(ctx, typed);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'gone')) throw error;
  }
}

/** What another tab sent under the same draft was something else: these words go on under a draft of their own. */
async function keepApart(form: FormData): Promise<string> {
  const draftId = newId();
  await saveDraft(await currentContext(), { ...typedDraft(valuesOf(form)), draftId });
  return `/bozze/${draftId}?avviso=draft-sent-otherwise`;
}

function publish(ctx: Context, typed: TypedDraft): Promise<Published> {
  if (typed.kind === 'thread') return openThread(ctx, typed);
  if (typed.kind === 'edit') return editPost(ctx, typed);
  return postReply(ctx, { ...typed, replyToId: typed.postId });
}

function sentAddress(place: Published, { kind }: TypedDraft): string {
  const query = new URLSearchParams({ m: String(place.post) });
  if (kind !== 'edit') query.set('inviato', place.postId);
  revalidatePath(threadAddress(place));
  return `${threadAddress(place)}?${query}#m${place.post}`;
}

function masked(state: FormState): FormState {
  const { title = '', body = '' } = state.values;
  const cover = (text: string) => maskFoundData(text, findPersonalData(text));
  const clean = { title: cover(title), body: cover(body), document: '' };
  return { values: { ...state.values, ...clean } };
}

/** A draft and its files are thrown away. */
export async function discard(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { draftId }) => discardDraft(ctx, { draftId }));
}

/** A file leaves the draft. */
export async function removeFile(form: FormData): Promise<void> {
  await pressButton(form, (ctx, { fileId }) => removeDraftFile(ctx, { fileId }));
}

/** An image of the draft stands in its text. */
export async function placeInText(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(form, (ctx, { fileId, alt }) => placeImage(ctx, { fileId, alt }));
}
