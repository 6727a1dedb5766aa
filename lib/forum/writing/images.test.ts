import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Member } from '@/lib/core/actor';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, type World } from '@/lib/testing/world';
import { addDraftFile } from '../drafts/add-draft-file';
import { placeImage } from '../drafts/place-image';
import { findDraft, findOpenDraft } from '../drafts/queries';
import { removeDraftFile } from '../drafts/remove-draft-file';
import { saveDraft } from '../drafts/save-draft';
import { findAttachment, listThreadFiles } from '../files/queries';
import { listPosts } from '../posts/queries';
import { takeBack } from '../removals/take-back';
import { editPost } from './edit-post';
import { openThread } from './open-thread';
import { postReply } from './post-reply';
import { findPostToEdit } from './queries';

const { db } = await testDatabase();
const start = Date.parse('2026-09-10T09:00:00Z');
const at = (actor: Actor, seconds = 0): Context => ({ db, actor, now: new Date(start + seconds * 1000) });
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
});

const stored = (mediaType = 'image/png') => ({
  ...{ sha256: newId().replaceAll('-', '').repeat(2), size: 1234, mediaType, put: async () => {} },
});

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const image = (id: string, alt = 'La pianta dell’alloggio') => ({
  ...{ type: 'image', attrs: { src: `/api/files/${id}`, alt } },
});
const doc = (...content: object[]) => ({ type: 'doc', content });

async function begin(actor: Member, mediaType?: string) {
  const draftId = newId();
  await saveDraft(at(actor), { draftId, kind: 'thread', body: doc(words('Ecco.')) });
  const fileId = await addDraftFile(at(actor), { draftId, name: 'pianta.png' }, stored(mediaType));
  return { draftId, fileId };
}

const ask = (actor: Member, draftId: string, body: object, seconds = 0) =>
  openThread(at(actor, seconds), { draftId, title: 'Con una pianta', areas: ['operatori'], body });

describe('an image in the text', () => {
  test('is seen in the draft, then in the post by who may read it, and is listed nowhere else', async () => {
    const { rita, matteo, ada } = world.actors;
    const { draftId, fileId } = await begin(rita);
    const body = doc(words('Ecco.'), image(fileId));
    await saveDraft(at(rita), { draftId, kind: 'thread', body });
    expect((await findDraft(at(rita), draftId)).files).toMatchObject([{ id: fileId, inline: true }]);
    expect(await findAttachment(at(rita), fileId)).toMatchObject({ mediaType: 'image/png' });
    await expect(findAttachment(at(matteo), fileId)).rejects.toMatchObject({ reason: 'no-such-file' });
    const { threadId } = await ask(rita, draftId, body);
    const [post] = await listPosts(at(matteo), threadId, 1);
    expect(post).toMatchObject({ files: [], images: [] });
    expect(post?.html).toBe(
      `<p>Ecco.</p><img src="/api/files/${fileId}" alt="La pianta dell’alloggio" loading="lazy">`,
    );
    expect(await listThreadFiles(at(matteo), threadId)).toEqual([]);
    expect(await findAttachment(at(matteo), fileId)).toMatchObject({ name: 'pianta.png' });
    for (const other of [ada, anonymous])
      await expect(findAttachment(at(other), fileId)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('taken out of the text is a file beside it again', async () => {
    const { rita } = world.actors;
    const { draftId, fileId } = await begin(rita);
    await saveDraft(at(rita), { draftId, kind: 'thread', body: doc(image(fileId)) });
    await saveDraft(at(rita), { draftId, kind: 'thread', body: doc(words('Senza.')) });
    expect((await findDraft(at(rita), draftId)).files).toMatchObject([{ id: fileId, inline: false }]);
    const { threadId } = await ask(rita, draftId, doc(words('Senza.')));
    const [post] = await listPosts(at(rita), threadId, 1);
    expect(post).toMatchObject({ files: [{ id: fileId }], images: [] });
  });

  test('stays with an edit, is listed below once the edit takes it out, and goes with another one', async () => {
    const { rita } = world.actors;
    const { draftId, fileId } = await begin(rita);
    const { threadId, postId } = await ask(rita, draftId, doc(image(fileId)));
    const { body } = await findPostToEdit(at(rita), postId);
    const longer = doc(...(body.content ?? []), words('Aggiunta.'));
    await editPost(at(rita), { postId, baseRevision: 1, body: longer });
    expect((await listPosts(at(rita), threadId, 1))[0]).toMatchObject({ files: [], images: [] });
    const change = newId();
    await saveDraft(at(rita), { draftId: change, kind: 'edit', postId, body: longer });
    const second = await addDraftFile(at(rita), { draftId: change, name: 'due.png' }, stored());
    const other = doc(image(second, 'Un’altra pianta'));
    await editPost(at(rita), { draftId: change, postId, baseRevision: 2, body: other });
    const [edited] = await listPosts(at(rita), threadId, 1);
    expect(edited).toMatchObject({ files: [], images: [{ id: fileId }] });
    expect(edited?.html).toContain(second);
  });

  test('comes back with a post that is taken back, and goes out again', async () => {
    const { rita, matteo } = world.actors;
    const { threadId } = await ask(matteo, newId(), doc(words('Chi ha la pianta?')));
    const { draftId, fileId } = await begin(rita);
    const answer = { threadId, draftId, body: doc(image(fileId)) };
    const { postId } = await postReply(at(rita), answer);
    await takeBack(at(rita, 5), { postId });
    expect(await findOpenDraft(at(rita), { kind: 'thread' })).toMatchObject({ id: draftId });
    expect(await findAttachment(at(rita), fileId)).toMatchObject({ name: 'pianta.png' });
    await postReply(at(rita, 10), answer);
    expect((await listPosts(at(matteo), threadId, 1))[1]?.html).toContain(fileId);
  });

  test.each([
    ['image-without-alt', (id: string) => image(id, ' ')],
    ['image-not-here', () => image(newId())],
  ])('is refused beside the text: %s', async (reason, shown) => {
    const { rita } = world.actors;
    const { draftId, fileId } = await begin(rita);
    const body = doc(words('Ecco.'), shown(fileId));
    await expect(ask(rita, draftId, body)).rejects.toMatchObject({ code: 'invalid', reason, field: 'body' });
    const kept = await saveDraft(at(rita), { draftId, kind: 'thread', body });
    expect(kept).toBeInstanceOf(Date);
  });

  test('is an image, of this draft or this post', async () => {
    const { rita, matteo } = world.actors;
    const foreign = await begin(matteo);
    const paper = await begin(rita, 'application/pdf');
    const own = await begin(rita);
    const { threadId, postId } = await ask(rita, own.draftId, doc(image(own.fileId)));
    const refused = { reason: 'image-not-here', field: 'body' };
    const reply = (id: string) => postReply(at(rita), { threadId, body: doc(image(id)) });
    await expect(reply(own.fileId)).rejects.toMatchObject(refused);
    await expect(reply(foreign.fileId)).rejects.toMatchObject(refused);
    await expect(ask(rita, paper.draftId, doc(image(paper.fileId)))).rejects.toMatchObject(refused);
    const edit = { postId, baseRevision: 1, body: doc(image(foreign.fileId)) };
    await expect(editPost(at(rita), edit)).rejects.toMatchObject(refused);
    const stolen = { threadId, draftId: foreign.draftId, body: doc(image(foreign.fileId)) };
    await expect(postReply(at(rita), stolen)).rejects.toMatchObject({ reason: 'no-such-draft' });
  });
});

describe('without a script', () => {
  test('an image of the draft is put at the end of its text', async () => {
    const { rita } = world.actors;
    const { draftId, fileId } = await begin(rita);
    await placeImage(at(rita), { fileId, alt: ' La pianta ' });
    const draft = await findDraft(at(rita), draftId);
    expect(draft.body).toEqual(doc(words('Ecco.'), image(fileId, 'La pianta')));
    expect(draft.files).toMatchObject([{ inline: true }]);
    await removeDraftFile(at(rita), { fileId });
    await expect(ask(rita, draftId, draft.body)).rejects.toMatchObject({ reason: 'image-not-here' });
  });

  test('not without words, not another file, not another person’s', async () => {
    const { rita, matteo } = world.actors;
    const { fileId } = await begin(rita);
    const paper = await begin(rita, 'application/pdf');
    const alt = 'La pianta';
    for (const [actor, input, refusal] of [
      [rita, { fileId, alt: ' ' }, { reason: 'image-without-alt', field: 'alt' }],
      [rita, { fileId, alt: 'x'.repeat(501) }, { reason: 'alt-too-long', field: 'alt' }],
      [rita, { fileId: paper.fileId, alt }, { reason: 'not-an-image', field: 'files' }],
      [rita, { fileId: newId(), alt }, { reason: 'no-such-file' }],
      [matteo, { fileId, alt }, { reason: 'no-such-draft' }],
    ] as const)
      await expect(placeImage(at(actor), input)).rejects.toMatchObject(refusal);
  });
});
