import { eq, isNotNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { delivery, post, postRemoval } from '@/db/schema';
import { rebuildSearch } from '@/lib/search/keeping/rebuild-search';
import { saveSearch } from '@/lib/search/saving/save-search';
import { chosenAt, digestStage, friday, monday, thursday } from '@/lib/testing/digest-stage';
import { makeDigests } from './make-digests';

const { db, world, at, send, follow, plant, digestsAt } = await digestStage();
const { actors, areas } = world;
const weekend = new Date('2026-09-19T10:00:00Z');

const save = (question: string) => saveSearch({ db, actor: actors.rita, now: chosenAt }, { question });
const publish = async (given: Parameters<typeof plant>[0]) => {
  const planted = await plant(given);
  await rebuildSearch(at(friday), undefined);
  return planted;
};
const tuesday = new Date('2026-09-22T05:00:00Z');
const subjects = (mails: readonly { subject: string }[]) => mails.map(({ subject }) => subject);
/** Several of one thread: of these a copy is written down of the newest alone. */
const twoPosts = (moment: Date) =>
  ['SGATE, una domanda.', 'SGATE, una risposta.'].map((text) => ({ text, at: moment }));

test('E90: on a day with both, what the weekly one tells of a search the daily one does not tell again', async () => {
  await follow('rita', 'daily');
  await follow('rita', 'weekly', 'novita');
  await save('q=sgate');
  await plant({ title: 'Notizie', areas: [areas.novita], at: weekend });
  await plant({ title: 'Idoneità', at: weekend });
  await publish({ title: 'SGATE', posts: twoPosts(weekend) });
  const mails = await digestsAt(monday);
  expect(subjects(mails).toSorted()).toEqual([
    '1 novità nel Forum',
    '1 novità nel Forum, 2 nelle ricerche salvate',
  ]);
  const titles = mails.flatMap(({ text }) => text.match(/^\* .*$/gm) ?? []);
  expect(titles.toSorted()).toEqual(['* Idoneità', '* Notizie', '* SGATE']);
});

test('E90: what a daily one told of a search the weekly one does not tell again', async () => {
  await follow('rita', 'weekly');
  await save('q=sgate');
  await publish({ title: 'SGATE', posts: twoPosts(thursday) });
  expect(subjects(await digestsAt(friday))).toEqual(['2 novità nelle ricerche salvate']);
  expect(await digestsAt(monday)).toEqual([]);
});

test('what a digest was to tell that found it hidden is told when it shows again', async () => {
  await save('q=sgate');
  const { id } = await publish({ title: 'SGATE', posts: twoPosts(thursday) });
  await makeDigests(at(friday));
  const posts = await db.select({ postId: post.id }).from(post).where(eq(post.threadId, id));
  const removal = { kind: 'hidden' as const, personId: actors.olga.personId, reason: 'Prova' };
  await db.insert(postRemoval).values(posts.map((one) => ({ ...one, ...removal, removedAt: friday })));
  expect(await send()).toEqual([]);
  await db.delete(postRemoval);
  expect(subjects(await digestsAt(monday))).toEqual(['2 novità nelle ricerche salvate']);
  expect(await digestsAt(tuesday)).toEqual([]);
});

test('what stood in a digest that was refused for good is told by the next one, once', async () => {
  await save('q=sgate');
  await publish({ title: 'SGATE', posts: twoPosts(thursday) });
  expect(await digestsAt(friday)).toHaveLength(1);
  await db.update(delivery).set({ state: 'failed' }).where(isNotNull(delivery.digestId));
  expect(subjects(await digestsAt(monday))).toEqual(['2 novità nelle ricerche salvate']);
  expect(await digestsAt(tuesday)).toEqual([]);
});
