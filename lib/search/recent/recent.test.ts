import { beforeEach, expect, test } from 'vitest';
import { recentSearch } from '@/db/schema';
import { anonymous, type Member } from '@/lib/core/actor';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, type World } from '@/lib/testing/world';
import { clearSearches } from './clear-searches';
import { listRecentSearches } from './queries';
import { recordSearch } from './record-search';

const { db } = await testDatabase();
const world: World = await createWorld(db);
const { rita, olga } = world.actors;
const at = (minute: number) => new Date(Date.UTC(2026, 8, 10, 9, minute));
const as = (actor: Member, minute = 59) => ({ db, actor, now: at(minute) });

async function ask(actor: Member, ...questions: string[]): Promise<void> {
  for (const [minute, q] of questions.entries()) await recordSearch(as(actor, minute), { q });
}

beforeEach(async () => {
  await db.delete(recentSearch);
});

test('the last ten questions are kept, each once, newest first', async () => {
  const questions = Array.from({ length: 12 }, (_, index) => `domanda ${index + 1}`);
  await ask(rita, ...questions, 'domanda 5', 'domanda 5');
  const kept = ['domanda 5', ...questions.filter((q) => q !== 'domanda 5').toReversed()].slice(0, 10);
  expect(await listRecentSearches(as(rita))).toEqual(kept);
  expect(await db.$count(recentSearch)).toBe(10);
});

test('the last question asked again writes nothing', async () => {
  await recordSearch(as(rita, 1), { q: 'art 29' });
  await recordSearch(as(rita, 2), { q: ' art 29 ' });
  expect(await db.select().from(recentSearch)).toMatchObject([{ query: 'art 29', searchedAt: at(1) }]);
});

test('each person has their own, and clears their own', async () => {
  await ask(rita, 'circ 7170');
  await ask(olga, 'modulo s2');
  await clearSearches(as(rita));
  expect(await listRecentSearches(as(rita))).toEqual([]);
  expect(await listRecentSearches(as(olga))).toEqual(['modulo s2']);
  expect(await listRecentSearches({ db, actor: anonymous, now: at(0) })).toEqual([]);
});

test.each(['', '   ', 'x'.repeat(201)])('%j is not kept', async (q) => {
  await expect(recordSearch(as(rita), { q })).rejects.toMatchObject({ code: 'invalid' });
});
