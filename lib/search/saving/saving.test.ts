import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { savedSearch } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { createWorld } from '@/lib/testing/world';
import { chooseSearchMail } from './choose-search-mail';
import { dropSearch } from './drop-search';
import { isSaved, listSavedSearches } from './queries';
import { saveSearch } from './save-search';

const { db } = await testDatabase();
const world = await createWorld(db);
const { rita, matteo } = world.actors;
const morning = new Date('2026-09-20T09:00:00Z');
const at = (actor: Actor, now = morning): Context => ({ db, actor, now });
const save = (question: string, actor: Actor = rita, name?: string) =>
  saveSearch(at(actor), { question, name });

beforeEach(async () => {
  await db.delete(savedSearch);
});

describe('saving', () => {
  test('keeps the question under its name, told by mail unless said otherwise', async () => {
    const { id } = await save('q=bonus+energia&pagina=4&area=operatori', rita, 'Bonus');
    expect(await listSavedSearches(at(rita))).toEqual([
      { id, name: 'Bonus', question: 'q=bonus+energia&area=operatori', mails: true },
    ]);
    expect(await isSaved(at(rita), 'q=bonus+energia&area=operatori')).toBe(true);
    expect(await isSaved(at(rita), 'q=bonus+energia')).toBe(false);
    expect(await isSaved(at(matteo), 'q=bonus+energia&area=operatori')).toBe(false);
    expect(await isSaved(at(anonymous), 'q=bonus+energia&area=operatori')).toBe(false);
    expect(await listSavedSearches(at(matteo))).toEqual([]);
  });

  test('the same question once, also when it is sent twice at once', async () => {
    const saved = await Promise.all([save('q=sgate'), save('q=sgate'), save('q=++sgate')]);
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    await save('q=sgate', matteo);
    expect(await listSavedSearches(at(rita))).toHaveLength(1);
  });

  test('at most twenty of a person, also at once', async () => {
    await Promise.all(Array.from({ length: 19 }, (_, index) => save(`q=parola${index}`)));
    const last = await Promise.allSettled([save('q=penultima'), save('q=ultima')]);
    const refused = last.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toMatchObject([{ code: 'too-many', reason: 'too-many-searches' }]);
    expect(await listSavedSearches(at(rita))).toHaveLength(20);
    await save('q=parola3');
    await save('q=altra', matteo);
  });

  test('is for who is signed in', async () => {
    const refused = { code: 'not-allowed', reason: 'sign-in' };
    await expect(save('q=sgate', anonymous)).rejects.toMatchObject(refused);
    await expect(listSavedSearches(at(anonymous))).rejects.toMatchObject(refused);
  });
});

test('each person drops their own alone', async () => {
  const { id } = await save('q=sgate');
  await dropSearch(at(matteo), { id });
  expect(await listSavedSearches(at(rita))).toHaveLength(1);
  await dropSearch(at(rita), { id });
  await dropSearch(at(rita), { id });
  expect(await listSavedSearches(at(rita))).toEqual([]);
  await expect(dropSearch(at(rita), { id: 'boh' })).rejects.toMatchObject({ reason: 'no-such-search' });
});

test('mail is stopped, and begins anew with the moment it is wanted again', async () => {
  const { id } = await save('q=sgate');
  const since = async () => (await db.select().from(savedSearch).where(eq(savedSearch.id, id)))[0]?.mailSince;
  const later = at(rita, new Date('2026-09-25T09:00:00Z'));
  await chooseSearchMail(later, { id, mail: true });
  expect(await since()).toEqual(morning);
  await chooseSearchMail(later, { id, mail: false });
  expect(await since()).toBeNull();
  await chooseSearchMail(later, { id, mail: true });
  expect(await since()).toEqual(later.now);
  const refused = { code: 'not-found', reason: 'no-such-search' };
  await expect(chooseSearchMail(at(matteo), { id, mail: false })).rejects.toMatchObject(refused);
  await expect(chooseSearchMail(at(rita), { id: newId(), mail: false })).rejects.toMatchObject(refused);
});
